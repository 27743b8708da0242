package io.mortise.benchmarks.desk;

import java.util.Map;

/**
 * One request and what must come back.
 *
 * @param json the body; "" for none
 * @param status of an answer that is right
 */
record Ask(String method, String path, String json, Map<String, String> headers, int status) {
    static Ask get(String path) {
        return new Ask("GET", path, "", Map.of(), 200);
    }

    static Ask post(String path, String json, Map<String, String> headers, int status) {
        return new Ask("POST", path, json, headers, status);
    }
}
