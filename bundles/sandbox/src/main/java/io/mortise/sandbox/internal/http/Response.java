package io.mortise.sandbox.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.mortise.sandbox.internal.state.Json;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param json the body, or null
 * @param raw the body that is no JSON, or null
 * @param rows the name of the array that holds the rows of a list page, empty where the body is that array, or null
 *     for every other answer
 * @param failed whether the request was refused, whatever the status says; its changes are then taken back
 */
public record Response(
        int status,
        String contentType,
        JsonNode json,
        byte[] raw,
        String rows,
        boolean failed,
        Map<String, String> headers) {

    public static Response json(int status, String contentType, JsonNode json) {
        return new Response(status, contentType, json, null, null, status >= 400, Map.of());
    }

    public static Response empty(int status) {
        return new Response(status, null, null, null, null, status >= 400, Map.of());
    }

    /** A file. */
    public static Response file(String contentType, byte[] content) {
        return new Response(200, contentType, null, content, null, false, Map.of());
    }

    static Response html(int status, String text, Map<String, String> headers) {
        return new Response(
                status, "text/html; charset=utf-8", null, text.getBytes(UTF_8), null, status >= 400, headers);
    }

    public Response asPage(String rowsField) {
        return new Response(status, contentType, json, raw, rowsField, failed, headers);
    }

    public Response asFailure() {
        return new Response(status, contentType, json, raw, rows, true, headers);
    }

    public Response header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Response(status, contentType, json, raw, rows, failed, more);
    }

    /** The same page with the second half of its rows missing, while its totals still count them. */
    Response withHalfOfRows() {
        JsonNode less = json.deepCopy();
        ArrayNode array = (ArrayNode) (rows.isEmpty() ? less : less.get(rows));
        int keep = array.size() / 2;
        while (array.size() > keep) {
            array.remove(array.size() - 1);
        }
        return new Response(status, contentType, less, raw, rows, failed, headers);
    }

    /** The same answer with its body cut, which no header tells of. */
    Response withHalfOfBody() {
        byte[] whole = body();
        return new Response(status, contentType, null, Arrays.copyOf(whole, whole.length / 2), rows, failed, headers);
    }

    byte[] body() {
        if (json != null) {
            return Json.bytes(json);
        }
        return raw == null ? new byte[0] : raw;
    }
}
