package io.mortise.sandbox.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.mortise.sandbox.internal.state.Json;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    private static final int LARGEST_BODY = 40 << 20;

    static Request read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, all) -> headers.put(name, all.get(0)));
        String address = "127.0.0.1:" + exchange.getLocalAddress().getPort();
        return new Request(
                exchange.getRequestMethod(),
                segments(rawPath(exchange.getRequestURI())),
                Query.parse(exchange.getRequestURI().getRawQuery()),
                headers,
                body,
                "http://" + headers.getOrDefault("Host", address),
                "http://" + address,
                Map.of());
    }

    /** A request line that begins with two slashes is read as an authority and a path. */
    private static String rawPath(URI uri) {
        boolean doubled = uri.getScheme() == null && uri.getRawAuthority() != null;
        return doubled ? uri.getRawAuthority() + uri.getRawPath() : uri.getRawPath();
    }

    private static List<String> segments(String rawPath) {
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
