package io.mortise.sandbox.internal.continuum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the objects of tickets: a ticket's references are stored by number and shown with their ids and names. */
final class TicketViews {
    /** A reference of a ticket, and the table that it points into. */
    static final Map<String, String> NAMED = named();

    static final Map<String, String> BARE =
            Map.of("company", "companies", "site", "sites", "createdBy", "members", "updatedBy", "members");
    static final String ASSIGNEE = "assignee";

    private final Store store;

    TicketViews(Store store) {
        this.store = store;
    }

    private static Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("status", "statuses");
        named.put("priority", "priorities");
        named.put("serviceBoard", "boards");
        named.put("source", "sources");
        named.put("type", "types");
        named.put("category", "categories");
        return named;
    }

    ObjectNode ticket(Row row) {
        ObjectNode view = Json.object().put("id", Guid.of("tickets", row.id()));
        for (String name : new String[] {"number", "summary", "description", "dueDate"}) {
            view.put(name, row.text(name).isEmpty() ? null : row.text(name));
        }
        NAMED.forEach((name, table) -> view.set(name, reference(table, row.text(name), true)));
        BARE.forEach((name, table) -> view.set(name, reference(table, row.text(name), false)));
        view.set(ASSIGNEE, reference("members", row.text(ASSIGNEE), Guesses.ASSIGNEE_HAS_NAME));
        view.set("assets", ids("endpoints", row.get("assets"), false));
        view.set("tags", ids("tags", row.get("tags"), true));
        view.putNull("nocTicketId").put("version", row.get("version").asInt(1));
        return view.put("createdAt", row.createdAt().toString())
                .put("updatedAt", row.updatedAt().toString());
    }

    private ArrayNode ids(String table, JsonNode stored, boolean withName) {
        ArrayNode view = Json.array();
        stored.forEach(id -> view.add(reference(table, id.asText(), withName)));
        return view;
    }

    private JsonNode reference(String table, String id, boolean withName) {
        if (id.isEmpty()) {
            return NullNode.getInstance();
        }
        ObjectNode view = Json.object().put("id", Guid.of(table, id));
        if (withName) {
            view.put(
                    "name",
                    store.table(table).find(id).map(row -> row.text("name")).orElse(null));
        }
        return view;
    }
}
