package io.mortise.sync.internal.pace;

/** Whether the present thread works for a person who waits: such requests go first. */
public final class Turn {
    private final ThreadLocal<Boolean> person = ThreadLocal.withInitial(() -> false);

    public boolean isPersons() {
        return person.get();
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
