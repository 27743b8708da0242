package io.mortise.sandbox.internal.continuum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;
import java.util.Map;

/** Tickets as clients send them, turned into stored fields. What is read-only there is passed over. */
final class TicketBodies {
    private static final List<String> PLAIN = List.of("summary", "description", "dueDate");
    private static final List<String> NEEDED = List.of("summary", "description", "serviceBoard", "source");
    private static final int LONGEST_SUMMARY = 255;

    private final Store store;

    TicketBodies(Store store) {
        this.store = store;
    }

    /** A new ticket, or one that replaces another. */
    ObjectNode whole(ObjectNode body) {
        for (String name : NEEDED) {
            if (!body.hasNonNull(name)) {
                throw new Refusal(400, name + " is required");
            }
        }
        ObjectNode fields = Json.object().put("status", "1").put("priority", "3");
        for (String name : List.of("dueDate", "company", "site", "type", "category", TicketViews.ASSIGNEE)) {
            fields.putNull(name);
        }
        fields.putArray("assets");
        fields.putArray("tags");
        fields.putNull("createdBy").putNull("updatedBy");
        fields.setAll(part(body));
        return fields;
    }

    ObjectNode part(ObjectNode body) {
        ObjectNode fields = Json.object();
        for (String name : PLAIN) {
            if (body.has(name)) {
                fields.set(name, body.get(name));
            }
        }
        references(body, fields, TicketViews.NAMED);
        references(body, fields, Map.of("company", "companies", "site", "sites", TicketViews.ASSIGNEE, "members"));
        list(body, fields, "assets", "endpoints");
        list(body, fields, "tags", "tags");
        if (Row.text(fields, "summary").length() > LONGEST_SUMMARY) {
            throw new Refusal(400, "summary is longer than 255 characters");
        }
        return fields;
    }

    private void references(ObjectNode body, ObjectNode fields, Map<String, String> tables) {
        tables.forEach((name, table) -> {
            if (body.has(name)) {
                fields.put(name, body.get(name).isNull() ? null : id(table, name, body.get(name)));
            }
        });
    }

    private void list(ObjectNode body, ObjectNode fields, String name, String table) {
        if (body.has(name)) {
            ArrayNode ids = fields.putArray(name);
            body.get(name).forEach(each -> ids.add(id(table, name, each)));
        }
    }

    /** By id, or by name where entries have names. */
    private String id(String table, String name, JsonNode reference) {
        String wanted = Row.text(reference, "name");
        return Guid.id(table, Row.text(reference, "id"))
                .flatMap(store.table(table)::find)
                .or(() -> store.table(table).stream()
                        .filter(row -> !wanted.isEmpty() && row.text("name").equalsIgnoreCase(wanted))
                        .findFirst())
                .map(Row::id)
                .orElseThrow(() -> new Refusal(400, "There is no such " + name));
    }
}
