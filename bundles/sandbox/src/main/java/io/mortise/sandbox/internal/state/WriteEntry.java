package io.mortise.sandbox.internal.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** An API request that wrote: what the control API's list of writes shows. Type and id name the first record touched. */
public record WriteEntry(long seq, Instant time, String method, String path, String type, String id, int records) {

    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.put("seq", seq).put("time", time.toString()).put("method", method).put("path", path);
        return json.put("type", type).put("id", id).put("records", records);
    }

    static WriteEntry fromJson(JsonNode json) {
        return new WriteEntry(
                json.required("seq").asLong(),
                Instant.parse(json.required("time").asText()),
                json.required("method").asText(),
                json.required("path").asText(),
                json.required("type").asText(),
                json.required("id").asText(),
                json.required("records").asInt());
    }
}
