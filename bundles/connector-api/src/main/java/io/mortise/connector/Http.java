package io.mortise.connector;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one way out. Adds the token, spends the budget (and waits for it), allows the descriptor's host only, limits
 * time and size, and keeps secrets out of logs. No retries, no redirects to other hosts with the token.
 */
@ProviderType
public interface Http {
    /**
     * Answers every status but 429 (RETRY) and 5xx. Those, and no answer at all: RETRY for a GET or if nothing was
     * sent, else LOOK. So "nothing happened" and "who knows" are told apart in one place. What 401, 403, 404 or a 200
     * with an error inside mean differs from vendor to vendor and is the connector's to say.
     */
    Response send(Request request) throws Fault;

    /**
     * The same, with a body that is read while it comes: for files. It is broken off when nothing comes for a while or
     * more than a file may have, which the reader sees as an IOException. Whoever asked closes it.
     */
    default Streamed stream(Request request) throws Fault {
        Response whole = send(request);
        return new Streamed(whole.status(), whole.headers(), new ByteArrayInputStream(whole.body()));
    }

    /** Something to send; from a webhook, something received. Immutable. */
    final class Request {
        private final String method, route, target;
        private final Map<String, String> headers;
        private final byte[] body;
        private final Optional<Upload> upload;

        /** A body that is read once, while it is sent. @param length in bytes; -1 if it isn't known */
        public record Upload(long length, InputStream bytes) {}

        private Request(
                String method,
                String route,
                String target,
                Map<String, String> headers,
                byte[] body,
                Optional<Upload> upload) {
            this.method = method;
            this.route = route;
            this.target = target;
            this.headers = headers;
            this.body = body;
            this.upload = upload;
        }
        /**
         * @param route a path below the base with holes: {@code /tickets/{id}/notes}; also the name under which the
         *     vendor counts it. Values are encoded. An absolute address is allowed on the base's host.
         */
        public static Request of(String method, String route, Object... values) {
            String target = route;
            for (Object v : values)
                target = target.replaceFirst(
                        "\\{[^}]*}", java.util.regex.Matcher.quoteReplacement(encode(v.toString())));
            return new Request(method, route, target, Map.of(), new byte[0], Optional.empty());
        }

        public static Request get(String route, Object... values) {
            return of("GET", route, values);
        }

        public Request query(String name, Object value) {
            return new Request(
                    method,
                    route,
                    target + (target.contains("?") ? "&" : "?") + encode(name) + "=" + encode(value.toString()),
                    headers,
                    body,
                    upload);
        }

        /** The same route at an address that the vendor named: below the base, or an absolute one. */
        public Request at(String address) {
            return new Request(method, route, address, headers, body, upload);
        }

        public Request header(String name, String value) {
            var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            all.putAll(headers);
            all.put(name, value);
            return new Request(method, route, target, all, body, upload);
        }

        public Request body(String type, byte[] body) {
            return new Request(method, route, target, header("Content-Type", type).headers, body, Optional.empty());
        }

        /** With a body that is read while it is sent, and so can be sent once. */
        public Request body(String type, Upload upload) {
            return new Request(
                    method, route, target, header("Content-Type", type).headers, new byte[0], Optional.of(upload));
        }

        public String method() {
            return method;
        }

        public String route() {
            return route;
        }

        public String target() {
            return target;
        }

        public Map<String, String> headers() {
            return headers;
        }

        public byte[] body() {
            return body;
        }

        public Optional<Upload> upload() {
            return upload;
        }

        private static String encode(String s) {
            return java.net.URLEncoder.encode(s, java.nio.charset.StandardCharsets.UTF_8)
                    .replace("+", "%20");
        }
    }

    record Response(int status, Map<String, List<String>> headers, byte[] body) {
        public boolean ok() {
            return status / 100 == 2;
        }

        public Optional<String> header(String name) {
            return first(headers, name);
        }
    }

    /** An answer whose body is still coming. */
    record Streamed(int status, Map<String, List<String>> headers, InputStream body) implements AutoCloseable {
        public boolean ok() {
            return status / 100 == 2;
        }

        public Optional<String> header(String name) {
            return first(headers, name);
        }

        /** In bytes, as it was announced; -1 if it wasn't. */
        public long length() {
            return header("Content-Length")
                    .filter(text -> text.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .orElse(-1L);
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    private static Optional<String> first(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(name))
                .flatMap(e -> e.getValue().stream())
                .findFirst();
    }
}
