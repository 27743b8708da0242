package io.mortise.store;

/** Somebody else changed it meanwhile: read again, then decide again. */
public final class Stale extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param what the row or document, without its values */
    public Stale(String what) {
        super(what + " has been changed meanwhile");
    }
}
