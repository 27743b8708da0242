package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.state.Json;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code $filter $orderby $skip $top}: never more than 100 rows a page, whatever {@code $top} says. */
final class Pages {
    private static final int LARGEST = 100;

    private Pages() {}

    static Response of(Request request, Stream<ObjectNode> rows) {
        String filter = request.query().get("$filter").orElse("");
        List<ObjectNode> found = rows.filter(filter.isBlank() ? row -> true : Condition.parse(filter))
                .sorted(order(request.query().get("$orderby").orElse("")))
                .toList();
        int top = Math.min(LARGEST, number(request, "$top", LARGEST));
        int skip = number(request, "$skip", 0);
        return Envelope.page(Json.array(found.stream().skip(skip).limit(top)), found.size());
    }

    private static int number(Request request, String name, int otherwise) {
        String text = request.query().get(name).orElse("");
        try {
            return text.isEmpty() ? otherwise : Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new Refusal(400, "Invalid value '" + text + "' for " + name);
        }
    }

    private static Comparator<ObjectNode> order(String text) {
        String[] words = text.trim().split("\\s+");
        if (words[0].isEmpty()) {
            return (first, second) -> 0;
        }
        Comparator<ObjectNode> by = (first, second) ->
                Condition.compare(Condition.value(first, words[0]), Condition.value(second, words[0]));
        return words.length > 1 && words[1].equalsIgnoreCase("desc") ? by.reversed() : by;
    }
}
