package io.mortise.sandbox.internal.itglue;

import io.mortise.sandbox.internal.http.Response;

/** A write that IT Glue refuses, with the error entry that it answers. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Response response;

    Refusal(int status, String title, String detail, String pointer) {
        super(title);
        this.response = Documents.error(status, title, detail, pointer);
    }

    static Refusal unprocessable(String detail, String pointer) {
        return new Refusal(422, "Unprocessable Entity", detail, pointer);
    }

    static Refusal notFound() {
        return new Refusal(404, "Not Found", null, null);
    }

    Response response() {
        return response;
    }
}
