package io.mortise.sandbox.internal.itglue;

import io.mortise.sandbox.internal.http.Response;

/** A request that IT Glue refuses, with the error entry that it answers. */
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

    static Refusal unauthorized() {
        return new Refusal(401, "Unauthorized", "Unauthorized resource access", "id");
    }

    static Refusal forUsersOnly() {
        return new Refusal(401, "Unauthorized", "Only supported for JWT requests: Unauthorized resource access", null);
    }

    static Refusal missingParameter(String name) {
        return new Refusal(400, "param is missing or the value is empty: " + name, null, null);
    }

    Response response() {
        return response;
    }
}
