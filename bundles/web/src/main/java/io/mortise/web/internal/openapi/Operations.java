package io.mortise.web.internal.openapi;

import io.mortise.api.Routes.Shape;
import io.mortise.model.Content;
import io.mortise.model.Right;
import io.mortise.web.internal.route.Described;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A route as an operation of OpenAPI. */
final class Operations {
    private static final Pattern HOLE = Pattern.compile("\\{([^}]+)}");

    private final Schemas schemas;

    Operations(Schemas schemas) {
        this.schemas = schemas;
    }

    Map<String, Object> of(Described route) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", id(route));
        if (!route.summary().isEmpty()) operation.put("summary", route.summary());
        operation.put("tags", List.of(tag(route)));
        List<Map<String, Object>> parameters = parameters(route);
        if (!parameters.isEmpty()) operation.put("parameters", parameters);
        if (!route.in().equals(Shape.NOTHING)) operation.put("requestBody", body(route.in()));
        operation.put("responses", responses(route.out()));
        if (route.open()) operation.put("security", List.of());
        if (!route.needs().isEmpty()) {
            operation.put(
                    "x-needs", route.needs().stream().map(Right::name).sorted().toList());
        }
        return operation;
    }

    /** The one answer that never ends. */
    Map<String, Object> events() {
        Map<String, Object> stream =
                Map.of("description", "Server-sent events", "content", Map.of("text/event-stream", Map.of()));
        return Map.of(
                "operationId",
                "getEvents",
                "summary",
                "What happens, as it happens; a Last-Event-ID gets what was missed",
                "tags",
                List.of("web"),
                "responses",
                Map.of("200", stream, "default", problem()));
    }

    /** The last word of the bundle's name. */
    static String tag(Described route) {
        return route.owner().substring(route.owner().lastIndexOf('.') + 1);
    }

    /** {@code PATCH /organizations/{id}} is patchOrganizationsById. */
    private static String id(Described route) {
        StringBuilder id = new StringBuilder(route.method().toLowerCase(Locale.ROOT));
        for (String word : route.path().substring(1).split("/")) {
            id.append(word.startsWith("{") ? "By" : "");
            for (String part : word.split("[^A-Za-z0-9]+")) {
                if (!part.isEmpty())
                    id.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return id.toString();
    }

    private static List<Map<String, Object>> parameters(Described route) {
        List<Map<String, Object>> all = new ArrayList<>();
        Matcher holes = HOLE.matcher(route.path());
        while (holes.find()) all.add(parameter("path", holes.group(1), ""));
        route.queries().forEach((name, meaning) -> all.add(parameter("query", name, meaning)));
        if (route.versioned()) {
            Map<String, Object> version = parameter("header", "If-Match", "the ETag of the version you saw");
            version.put("required", true);
            all.add(version);
        }
        if (route.keyed())
            all.add(parameter(
                    "header",
                    "Idempotency-Key",
                    "up to 100 characters of your own: the same request again makes nothing new"));
        return all;
    }

    private static Map<String, Object> parameter(String in, String name, String meaning) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", in);
        parameter.put("required", in.equals("path"));
        if (!meaning.isEmpty()) parameter.put("description", meaning);
        parameter.put("schema", Map.of("type", "string"));
        return parameter;
    }

    private Map<String, Object> body(Shape<?> in) {
        String type = in.java() == Content.class ? "application/octet-stream" : "application/json";
        return Map.of("required", true, "content", Map.of(type, Map.of("schema", schemas.in(in))));
    }

    private Map<String, Object> responses(Shape<?> out) {
        Map<String, Object> responses = new LinkedHashMap<>();
        if (out.equals(Shape.NOTHING)) {
            responses.put("204", Map.of("description", "Done"));
        } else {
            String type = out.java() == Content.class ? "application/octet-stream" : "application/json";
            responses.put(
                    "200",
                    Map.of("description", "The answer", "content", Map.of(type, Map.of("schema", schemas.out(out)))));
        }
        responses.put("default", problem());
        return responses;
    }

    private Map<String, Object> problem() {
        return Map.of(
                "description",
                "What was wrong and what to do",
                "content",
                Map.of("application/problem+json", Map.of("schema", schemas.problem())));
    }
}
