package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.BadRequest;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** {@code include=}: linkage goes into relationships, each included record once into the top-level array. */
final class Includes {
    private static final Set<String> TO_ONE = Set.of("location", "updater", "my-glue-account");

    private final Linked linked;
    private final Callers callers;

    Includes(Linked linked, Callers callers) {
        this.linked = linked;
        this.callers = callers;
    }

    /** The asked includes in kebab-case; one that the resource does not document is refused. */
    List<String> asked(Spec spec, Request request, boolean one) {
        String text = request.query().get("include").orElse("");
        List<String> names = Stream.of(text.split(","))
                .map(name -> name.trim().replace('_', '-'))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        for (String name : names) {
            boolean known =
                    spec.includes().contains(name) || one && spec.showIncludes().contains(name);
            if (!known && Guesses.UNKNOWN_INCLUDE_IS_REFUSED) {
                throw new BadRequest("Invalid include: " + name);
            }
        }
        return names;
    }

    ObjectNode relationships(Spec spec, Row row, Request request, List<String> include, Documents documents) {
        ObjectNode relationships = Json.object();
        for (String name : include) {
            ObjectNode relationship = relationships.putObject(name);
            List<ObjectNode> links = found(spec, row, request, name, documents).stream()
                    .map(Linked.Found::link)
                    .toList();
            if (TO_ONE.contains(name)) {
                relationship.set("data", links.isEmpty() ? null : links.get(0));
            } else {
                relationship.set("data", Json.array(links.stream()));
            }
        }
        return relationships;
    }

    private List<Linked.Found> found(Spec spec, Row row, Request request, String name, Documents documents) {
        return linked.find(spec, row, name, new Linked.View(request, documents, callers.reach(request)));
    }

    ArrayNode included(Spec spec, List<Row> rows, Request request, List<String> include, Documents documents) {
        Map<String, ObjectNode> resources = new LinkedHashMap<>();
        for (Row row : rows) {
            for (String name : include) {
                for (Linked.Found found : found(spec, row, request, name, documents)) {
                    resources.computeIfAbsent(
                            found.link().toString(), key -> found.resource().get());
                }
            }
        }
        return Json.array(resources.values().stream());
    }
}
