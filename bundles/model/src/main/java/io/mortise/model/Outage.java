package io.mortise.model;

/**
 * Something that nothing works without doesn't answer now, such as the database: it is away, full or busy. Nothing is
 * wrong with what was asked, and the same may work in a moment. Let it pass: web turns it into a 503.
 */
public class Outage extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message for the log; it may name machines and files */
    public Outage(String message, Throwable cause) {
        super(message, cause);
    }
}
