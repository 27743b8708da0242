package io.mortise.sandbox.internal.vsa;

import io.mortise.sandbox.internal.http.Handler;
import io.mortise.sandbox.internal.http.Response;

/** A request that VSA refuses, with the status that it answers. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    static Refusal unknown(String what) {
        return new Refusal(404, what + " does not exist");
    }

    Response response() {
        return Envelope.error(status, status, status == 404 ? "Not Found" : "Bad Request", getMessage());
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
