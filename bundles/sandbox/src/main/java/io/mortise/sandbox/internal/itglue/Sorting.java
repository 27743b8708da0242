package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Row;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;

/** {@code sort=a,-b}; a name that the resource does not document is ignored. Ties keep the order of ids. */
final class Sorting {
    private final Attributes attributes;

    Sorting(Attributes attributes) {
        this.attributes = attributes;
    }

    Comparator<Row> of(Spec spec, Request request) {
        Comparator<Row> order = (first, second) -> 0;
        for (String part : request.query().get("sort").orElse("").split(",")) {
            String text = part.trim().replace('_', '-');
            String name = text.startsWith("-") ? text.substring(1) : text;
            if (spec.sorts().contains(name)) {
                Comparator<Row> by = by(spec, name);
                order = order.thenComparing(text.startsWith("-") ? by.reversed() : by);
            }
        }
        return order;
    }

    private Comparator<Row> by(Spec spec, String name) {
        if (name.equals("id")) {
            return Comparator.comparingLong(row -> Long.parseLong(row.id()));
        }
        if (name.endsWith("-id")) {
            return Comparator.comparingLong(
                    row -> attributes.value(spec, row, name, "").asLong());
        }
        Map<Row, JsonNode> made = new IdentityHashMap<>(); // each is compared often, and costly to make
        Function<Row, JsonNode> value =
                row -> made.computeIfAbsent(row, each -> attributes.value(spec, each, name, ""));
        return (first, second) -> compare(value.apply(first), value.apply(second));
    }

    private static int compare(JsonNode first, JsonNode second) {
        return first.isNumber() && second.isNumber()
                ? Long.compare(first.asLong(), second.asLong())
                : text(first).compareTo(text(second));
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }
}
