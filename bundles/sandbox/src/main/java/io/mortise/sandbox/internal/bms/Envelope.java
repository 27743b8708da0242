package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.state.Json;
import java.util.List;

/** {@code {success, error, result}}: a business failure is success:false inside a 200. */
final class Envelope {
    private static final String TYPE = "application/json; charset=utf-8";

    private Envelope() {}

    static Response result(JsonNode result) {
        ObjectNode body = Json.object().put("success", true).putNull("error");
        body.set("result", result);
        return Response.json(200, TYPE, body);
    }

    /** A list without {@code totalRecords}: its end is a short page. */
    static Response list(JsonNode rows) {
        return result(rows).asPage("result");
    }

    static Response page(JsonNode rows, int total) {
        Response response = list(rows);
        ((ObjectNode) response.json()).put("totalRecords", total);
        return response;
    }

    static Response done() {
        return Response.json(200, TYPE, Json.object().put("success", true).putNull("error"));
    }

    static Response failure(int status, int code, String message, List<String> details) {
        ObjectNode error = Json.object().put("code", code).put("message", message);
        error.put("details", details.isEmpty() ? null : String.join("; ", details));
        error.putNull("stackStrace");
        error.set("subErrors", Json.value(details));
        ObjectNode body = Json.object().put("success", false);
        body.set("error", error);
        body.putNull("result");
        return Response.json(status, TYPE, body).asFailure();
    }
}
