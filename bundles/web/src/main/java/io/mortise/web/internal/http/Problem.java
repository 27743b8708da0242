package io.mortise.web.internal.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An answer that says no, after RFC 9457.
 *
 * @param reason the last part of its type, {@code /problems/<reason>}
 * @param detail for people: what is wrong and what to do
 * @param more further members: {@code fields}, {@code current}, {@code incident}
 * @param headers further headers, such as Allow
 */
public record Problem(
        int status, String reason, String title, String detail, Map<String, Object> more, Map<String, String> headers) {

    public static Problem of(int status, String reason, String title, String detail) {
        return new Problem(status, reason, title, detail, Map.of(), Map.of());
    }

    public Problem with(String member, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(more);
        all.put(member, value);
        return new Problem(status, reason, title, detail, all, headers);
    }

    public Problem header(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Problem(status, reason, title, detail, more, all);
    }

    public Problem retryAfter(int seconds) {
        return header("Retry-After", Integer.toString(seconds));
    }

    /** To be thrown from anywhere below a servlet of ours. */
    public Halt halt() {
        return new Halt(this);
    }

    Map<String, Object> json(Optional<String> instance) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "/problems/" + reason);
        json.put("title", title);
        json.put("status", status);
        json.put("detail", detail);
        instance.ifPresent(path -> json.put("instance", path));
        json.putAll(more);
        return json;
    }
}
