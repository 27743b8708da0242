package io.mortise.sandbox.internal.continuum;

import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Row;
import java.util.Comparator;

/** {@code sortBy} and {@code sortDir}: by creation, latest first, unless told otherwise. */
final class TicketOrder {
    private TicketOrder() {}

    static Comparator<Row> of(Request request) {
        Comparator<Row> by = switch (request.query().get("sortBy").orElse("createdAt")) {
            case "updatedAt" -> Comparator.comparing(Row::updatedAt);
            case "number", "assignTo" -> Comparator.comparingLong(row -> Long.parseLong(row.id()));
            case "summary" -> Comparator.comparing(row -> row.text("summary"));
            case "dueDate" -> Comparator.comparing(row -> row.text("dueDate"));
            case "status" -> list("status");
            case "priority" -> list("priority");
            case "type" -> list("type");
            case "source" -> list("source");
            default -> Comparator.comparing(Row::createdAt);
        };
        boolean rising = request.query().get("sortDir").orElse("").equals("asc");
        return rising ? by : by.reversed();
    }

    /** In the order of the list. */
    private static Comparator<Row> list(String field) {
        return Comparator.comparingInt(row -> row.get(field).asInt(0));
    }
}
