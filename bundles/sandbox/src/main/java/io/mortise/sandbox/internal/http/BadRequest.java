package io.mortise.sandbox.internal.http;

/** The request cannot be read; its message is fit to be shown to the caller. */
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadRequest(String message) {
        super(message);
    }

    public BadRequest(String message, Throwable cause) {
        super(message, cause);
    }
}
