package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.state.Json;

/** {@code {TotalRecords, Result, ResponseCode, Status, Error}}; of a success Error is the word "None". */
final class Envelope {
    private static final String TYPE = "application/json; charset=utf-8";

    private Envelope() {}

    static Response result(JsonNode result) {
        ObjectNode body = Json.object();
        body.set("Result", result);
        body.put("ResponseCode", 0).put("Status", "OK").put("Error", "None");
        return Response.json(200, TYPE, body);
    }

    /** Of a write that tells nothing but that it was done. */
    static Response done() {
        ObjectNode body =
                Json.object().put("ResponseCode", 0).put("Status", "OK").put("Error", "None");
        return Response.json(200, TYPE, body);
    }

    static Response page(JsonNode rows, int total) {
        ObjectNode body = Json.object().put("TotalRecords", total);
        body.setAll((ObjectNode) result(rows).json());
        return Response.json(200, TYPE, body).asPage("Result");
    }

    static Response error(int status, int code, String state, String message) {
        ObjectNode body = Json.object().putNull("Result");
        return Response.json(
                status,
                TYPE,
                body.put("ResponseCode", code).put("Status", state).put("Error", message));
    }
}
