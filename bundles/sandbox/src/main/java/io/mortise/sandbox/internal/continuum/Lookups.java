package io.mortise.sandbox.internal.continuum;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import io.mortise.sandbox.internal.world.World;
import java.util.Map;

/** The lists that tickets draw from, each whole. */
final class Lookups {
    /** Where a list is served, and the table that holds it. */
    private static final Map<String, String> LISTS = Map.of(
            "categories", "categories",
            "priorities", "priorities",
            "service-boards", "boards",
            "sources", "sources",
            "statuses", "statuses",
            "tags", "tags",
            "types", "types");

    private final Store store;

    Lookups(Store store) {
        this.store = store;
    }

    void plant() {
        names("categories", "Hardware", "Software", "Network", "Backup");
        names("priorities", "Critical", "High", "Medium", "Low");
        names("boards", "Help Desk", "NOC Alerts");
        names("sources", "Monitoring", "Phone", "Email");
        names("types", "Incident", "Service Request");
        names("tags", "onsite", "recurring");
        names("members", "Dana Whitfield", "Marco Reyes", "NOC Team");
        store.define("statuses", "1");
        status("New", "New", "NotResponded");
        status("In Progress", "InProgress", "Responded");
        status("Waiting for Customer", "InProgress", "Waiting");
        status("Closed", "Closed", "Resolved");
    }

    private void names(String table, String... names) {
        store.define(table, "1");
        for (String name : names) {
            store.insert(table, Json.object().put("name", name), World.BORN, World.BORN);
        }
    }

    private void status(String name, String category, String sla) {
        ObjectNode status =
                Json.object().put("name", name).put("category", category).put("slaStatus", sla);
        store.insert("statuses", status.put("inactiveFlag", false), World.BORN, World.BORN);
    }

    void addTo(Router routes) {
        LISTS.forEach(
                (path, table) -> routes.read(Continuum.V1 + "/service/ticketing/" + path, request -> list(table)));
        routes.read(Continuum.V1 + "/service/ticketing/ticket-counts", request -> counts());
    }

    private Response list(String table) {
        return Answers.list(Json.array(store.table(table).stream().map(row -> entry(table, row))));
    }

    private static ObjectNode entry(String table, Row row) {
        ObjectNode view = Json.object().put("id", Guid.of(table, row.id()));
        view.setAll(row.fields());
        return view.put("createdAt", row.createdAt().toString())
                .put("updatedAt", row.updatedAt().toString());
    }

    private Response counts() {
        ArrayNode counts = Json.array();
        count(counts, "status", "statuses");
        count(counts, "priority", "priorities");
        return Answers.ok(counts);
    }

    private void count(ArrayNode counts, String field, String table) {
        for (Row row : store.table(table).rows()) {
            long count = store.table("tickets").stream()
                    .filter(ticket -> ticket.text(field).equals(row.id()))
                    .count();
            ObjectNode one = counts.addObject().put("category", field);
            one.put("name", row.text("name")).put("count", count);
        }
    }
}
