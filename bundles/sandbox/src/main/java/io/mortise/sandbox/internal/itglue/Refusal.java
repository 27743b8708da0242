package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.state.Json;
import java.util.List;

/** A request that IT Glue refuses, with the error entry that it answers. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Response response;

    Refusal(int status, String title, String detail, String pointer) {
        this(title, Documents.error(status, title, detail, pointer));
    }

    private Refusal(String title, Response response) {
        super(title);
        this.response = response;
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

    /** One entry for every refused item of a bulk request, under the status of the first. */
    static Refusal of(List<Refusal> refusals) {
        Response first = refusals.get(0).response;
        ArrayNode errors = Json.array();
        refusals.forEach(each -> errors.addAll((ArrayNode) each.response.json().get("errors")));
        ObjectNode document = Json.object();
        document.set("errors", errors);
        return new Refusal(refusals.get(0).getMessage(), Response.json(first.status(), Documents.TYPE, document));
    }

    Response response() {
        return response;
    }
}
