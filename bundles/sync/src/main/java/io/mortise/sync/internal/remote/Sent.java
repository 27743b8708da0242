package io.mortise.sync.internal.remote;

/** Whether the call that the present thread makes has let a request out of the house. */
final class Sent {
    private final ThreadLocal<Boolean> sent = ThreadLocal.withInitial(() -> false);

    void begin() {
        sent.remove();
    }

    void note() {
        sent.set(true);
    }

    /** Asked once, when the call has ended. */
    boolean any() {
        boolean any = sent.get();
        sent.remove();
        return any;
    }
}
