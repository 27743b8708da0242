package io.mortise.web.internal.openapi;

import io.mortise.api.Routes;
import io.mortise.web.internal.route.Described;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** {@code /api/openapi.json}: what can be asked of this server at this moment. */
public final class OpenApiRoutes implements Routes {
    private static final Map<String, Object> SCHEMES = Map.of(
            "session",
            Map.of(
                    "type",
                    "apiKey",
                    "in",
                    "cookie",
                    "name",
                    "mortise",
                    "description",
                    "From POST /session. What isn't a GET repeats its csrf in X-CSRF-Token."),
            "bearer",
            Map.of("type", "http", "scheme", "bearer", "description", "From POST /tokens."));

    private final Supplier<List<Described>> live;

    public OpenApiRoutes(Supplier<List<Described>> live) {
        this.live = live;
    }

    public record Document(
            String openapi,
            Map<String, Object> info,
            List<Map<String, Object>> servers,
            List<Map<String, Object>> tags,
            Map<String, Map<String, Object>> paths,
            Map<String, Object> components,
            List<Map<String, Object>> security) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.get("/openapi.json", Shape.of(Document.class), call -> document())
                .summary("This document: the routes that are live now"));
    }

    private Document document() {
        List<Described> all = new ArrayList<>(BuiltIn.ROUTES);
        all.addAll(live.get());
        Schemas schemas = new Schemas();
        Operations operations = new Operations(schemas);
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        for (Described route : all) {
            Map<String, Object> operation = operations.of(route);
            paths.computeIfAbsent(route.path(), path -> new TreeMap<>())
                    .put(route.method().toLowerCase(Locale.ROOT), operation);
        }
        paths.put("/events", Map.of("get", operations.events()));
        return new Document(
                "3.1.0",
                Map.of("title", "Mortise", "version", "1"),
                List.of(Map.of("url", "/api")),
                all.stream()
                        .map(Operations::tag)
                        .distinct()
                        .sorted()
                        .map(tag -> Map.<String, Object>of("name", tag))
                        .toList(),
                paths,
                Map.of("schemas", schemas.all(), "securitySchemes", SCHEMES),
                List.of(Map.of("session", List.of()), Map.of("bearer", List.of())));
    }
}
