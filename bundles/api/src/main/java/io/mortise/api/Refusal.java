package io.mortise.api;

/** A plain no. Let it pass: web turns it into a problem+json with the right status. Nothing has been changed. */
public final class Refusal extends RuntimeException {
    public enum Reason {
        /** No such record, or none that this caller may know of: the two look alike. */
        NOT_FOUND,
        /** Known, but not allowed. */
        DENIED,
        /** Nobody edits this here. */
        VIEW_ONLY,
        /** It has changed since the version given. */
        STALE,
        /** The values can't be so. */
        INVALID,
        /** The caller must connect to the owning system first. */
        NOT_CONNECTED,
        /** The owning system doesn't answer now. */
        UNAVAILABLE
    }

    private final Reason reason;

    /** @param sentence for people: what is wrong and what to do */
    public Refusal(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
