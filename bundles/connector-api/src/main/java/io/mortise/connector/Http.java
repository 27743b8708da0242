package io.mortise.connector;

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

    /** Something to send; from a webhook, something received. Immutable. */
    final class Request {
        private final String method, route, target;
        private final Map<String, String> headers;
        private final byte[] body;

        private Request(String method, String route, String target, Map<String, String> headers, byte[] body) {
            this.method = method;
            this.route = route;
            this.target = target;
            this.headers = headers;
            this.body = body;
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
            return new Request(method, route, target, Map.of(), new byte[0]);
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
                    body);
        }

        public Request header(String name, String value) {
            var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            all.putAll(headers);
            all.put(name, value);
            return new Request(method, route, target, all, body);
        }

        public Request body(String type, byte[] body) {
            return new Request(method, route, target, header("Content-Type", type).headers, body);
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
            return headers.entrySet().stream()
                    .filter(e -> e.getKey().equalsIgnoreCase(name))
                    .flatMap(e -> e.getValue().stream())
                    .findFirst();
        }
    }
}
