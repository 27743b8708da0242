package io.mortise.sandbox.internal.continuum;

import io.mortise.sandbox.internal.http.Handler;

/** A request that is refused, with the status that is answered. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    static Refusal unknown(String what) {
        return new Refusal(404, what + " not found");
    }

    static Handler answered(Handler handler) {
        return request -> {
            try {
                return handler.handle(request);
            } catch (Refusal refusal) {
                return Answers.error(refusal.status, refusal.getMessage());
            }
        };
    }

    /** The same where errors come as a list. */
    static Handler listed(Handler handler) {
        return request -> {
            try {
                return handler.handle(request);
            } catch (Refusal refusal) {
                return Answers.errors(refusal.status, refusal.getMessage());
            }
        };
    }
}
