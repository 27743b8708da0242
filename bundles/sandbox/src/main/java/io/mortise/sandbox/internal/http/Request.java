package io.mortise.sandbox.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the simulators see it: doubled and trailing slashes are gone, segments are decoded, header names are
 * without letter case.
 *
 * @param origin scheme, host and port as the client named them, for links to further pages
 * @param site scheme, host and port of the vendor's web application, whatever the client calls it
 * @param vars what stood at the {name} places of the matched route
 */
public record Request(
        String method,
        List<String> segments,
        Query query,
        Map<String, String> headers,
        byte[] body,
        String origin,
        String site,
        Map<String, String> vars) {

    static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>();
        for (String segment : rawPath.split("/")) {
            if (!segment.isEmpty()) {
                // A plus stays a plus in a path, unlike in a query.
                segments.add(Query.decode(segment.replace("+", "%2B")));
            }
        }
        return Collections.unmodifiableList(segments);
    }

    Request with(Map<String, String> found) {
        return new Request(method, segments, query, headers, body, origin, site, found);
    }

    Request withoutFirstSegment() {
        return new Request(method, segments.subList(1, segments.size()), query, headers, body, origin, site, vars);
    }

    public String path() {
        return "/" + String.join("/", segments);
    }

    public String var(String name) {
        return vars.get(name);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The media type of the body without its parameters, in lower case; empty when none was named. */
    public String mediaType() {
        return header("Content-Type").orElse("").split(";", 2)[0].trim().toLowerCase(java.util.Locale.ROOT);
    }

    public JsonNode json() {
        try {
            JsonNode json = Json.read(body);
            if (json.isMissingNode()) {
                throw new BadRequest("A JSON body is needed");
            }
            return json;
        } catch (IOException e) {
            throw new BadRequest("The body is no valid JSON", e);
        }
    }

    public ObjectNode jsonObject() {
        if (json() instanceof ObjectNode object) {
            return object;
        }
        throw new BadRequest("The body must be a JSON object");
    }
}
