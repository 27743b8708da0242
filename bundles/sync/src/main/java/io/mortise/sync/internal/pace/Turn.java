package io.mortise.sync.internal.pace;

/** Whether the present thread works for a person who waits: such requests go first. */
public final class Turn {
    private final ThreadLocal<Boolean> person = ThreadLocal.withInitial(() -> false);

    public boolean isPersons() {
        return person.get();
    }

    /** What may fail, and has an answer. */
    @FunctionalInterface
    public interface Ask<R, X extends Exception> {
        R answer() throws X;
    }

    public <R, X extends Exception> R personally(Ask<R, X> ask) throws X {
        person.set(true);
        try {
            return ask.answer();
        } finally {
            person.remove();
        }
    }

    public void forPerson(Runnable work) {
        person.set(true);
        try {
            work.run();
        } finally {
            person.remove();
        }
    }
}
