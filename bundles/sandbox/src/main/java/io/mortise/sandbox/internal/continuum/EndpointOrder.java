package io.mortise.sandbox.internal.continuum;

import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code sortBy} and {@code filter} of endpoints. */
final class EndpointOrder {
    private static final Pattern FILTER = Pattern.compile("endpointType\\s+(in|not in)\\s+\\(([^)]*)\\)");

    private EndpointOrder() {}

    static Comparator<Row> of(Request request) {
        Comparator<Row> order = (first, second) -> 0;
        for (String term : request.query().get("sortBy").orElse("").split(",")) {
            if (!term.isBlank()) {
                order = order.thenComparing(by(term.trim().split("\\s+")));
            }
        }
        return order;
    }

    private static Comparator<Row> by(String[] words) {
        Comparator<Row> by = switch (words[0]) {
            case "createdAt" -> Comparator.comparing(Row::createdAt);
            case "friendlyName" ->
                Comparator.comparing(row -> row.text("friendlyName").toLowerCase(Locale.ROOT));
            default -> throw new Refusal(400, "sortBy supports createdAt and friendlyName");
        };
        return words.length > 1 && words[1].equalsIgnoreCase("desc") ? by.reversed() : by;
    }

    static Predicate<Row> filter(Request request) {
        String text = request.query().get("filter").orElse("").trim();
        if (text.isEmpty()) {
            return row -> true;
        }
        Matcher filter = FILTER.matcher(text);
        if (!filter.matches()) {
            throw new Refusal(400, "Invalid filter");
        }
        List<String> types = List.of(filter.group(2).trim().split("\\s*,\\s*"));
        boolean in = filter.group(1).equals("in");
        return row -> types.contains(row.text("endpointType")) == in;
    }
}
