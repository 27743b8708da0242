package io.mortise.sandbox.internal.vsa;

import io.mortise.sandbox.internal.http.Handler;
import io.mortise.sandbox.internal.http.Response;

/** A request that VSA refuses, with the status that it answers. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int DENIED = 4_030_001;

    private final int status;
    private final int code;

    Refusal(int status, String message) {
        this(status, status, message);
    }

    private Refusal(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static Refusal denied() {
        return new Refusal(403, DENIED, "Access denied");
    }

    static Refusal unknown(String what) {
        return new Refusal(404, what + " does not exist");
    }

    Response response() {
        return Envelope.error(status, code, state(), getMessage());
    }

    private String state() {
        return switch (status) {
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 500 -> "Internal Server Error";
            default -> "Bad Request";
        };
    }

    static Handler answered(Handler handler) {
        return request -> {
            try {
                return handler.handle(request);
            } catch (Refusal refusal) {
                return refusal.response();
            }
        };
    }
}
