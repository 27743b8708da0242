package io.mortise.sandbox.internal.bms;

import io.mortise.sandbox.internal.http.Handler;
import io.mortise.sandbox.internal.http.Response;
import java.util.List;

/** A request that BMS refuses: answered as success:false inside a 200, unless the user lacks a right. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int NOT_FOUND = 404;
    private static final int INVALID = 400;

    private final int code;
    private final transient List<String> details;

    private Refusal(int code, String message, List<String> details) {
        super(message);
        this.code = code;
        this.details = details;
    }

    static Refusal unknown(String what, String id) {
        return new Refusal(NOT_FOUND, what + " " + id + " was not found", List.of());
    }

    static Refusal invalid(List<String> details) {
        return new Refusal(INVALID, "The request is invalid", details);
    }

    static Refusal invalid(String detail) {
        return invalid(List.of(detail));
    }

    /** The user lacks a right. */
    static Refusal denied(String message) {
        return new Refusal(Guesses.ACCESS_DENIED, message, List.of());
    }

    Response response() {
        int status = code == Guesses.ACCESS_DENIED ? Guesses.ACCESS_DENIED : 200;
        return Envelope.failure(status, code, getMessage(), details);
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
