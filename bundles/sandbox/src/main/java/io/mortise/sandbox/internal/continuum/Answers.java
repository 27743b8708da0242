package io.mortise.sandbox.internal.continuum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.state.Json;

/** Bodies without an envelope: objects and lists. Errors are {@code {code, message}}, of tickets a list of such. */
final class Answers {
    private static final String TYPE = "application/json; charset=utf-8";

    private Answers() {}

    static Response ok(JsonNode body) {
        return Response.json(200, TYPE, body);
    }

    static Response created(JsonNode body) {
        return Response.json(201, TYPE, body);
    }

    /** A list that is the body. */
    static Response list(JsonNode rows) {
        return ok(rows).asPage("");
    }

    static Response error(int status, String message) {
        return Response.json(status, TYPE, problem(status, message));
    }

    static Response errors(int status, String message) {
        return Response.json(status, TYPE, Json.array().add(problem(status, message)));
    }

    private static ObjectNode problem(int status, String message) {
        return Json.object().put("code", Integer.toString(status)).put("message", message);
    }
}
