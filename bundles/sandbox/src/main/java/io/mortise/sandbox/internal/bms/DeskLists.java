package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import io.mortise.sandbox.internal.world.Crew;
import io.mortise.sandbox.internal.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The lists of the service desk, its security roles and its staff. */
final class DeskLists {
    private static final String STAFF = "technicians";

    private final Store store;

    DeskLists(Store store) {
        this.store = store;
    }

    void plant() {
        JsonNode lists = read();
        lists.properties().stream()
                .filter(list -> !list.getKey().equals(STAFF))
                .forEach(list -> plant(list.getKey(), list.getValue()));
        lists.get(STAFF).get("rows").forEach(this::employee);
        resolve("issuesubtypes", "of", "issueTypeId", "issuetypes");
        for (String template : Fields.names("tickettemplates notetemplates timelogtemplates")) {
            boolean note = template.equals("notetemplates");
            resolve(template, "issue", "issueTypeId", "issuetypes");
            resolve(template, "sub", "subIssueTypeId", "issuesubtypes");
            resolve(template, "priority", "priorityId", "priorities");
            resolve(template, "queue", "queueId", "queues");
            resolve(template, "type", note ? "typeId" : "ticketTypeId", note ? "notetypes" : "tickettypes");
            resolve(template, "status", "statusId", "statuses");
            resolve(template, "role", "roleId", "roles");
            resolve(template, "work", "workTypeId", "worktypes");
        }
    }

    private static JsonNode read() {
        try (InputStream text = DeskLists.class.getResourceAsStream("desk.json")) {
            return Json.read(text.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void plant(String table, JsonNode list) {
        store.define(table, list.get("first").asText());
        for (JsonNode row : list.get("rows")) {
            ObjectNode fields = Json.object().put("isActive", true).put("isDefault", false);
            store.insert(table, fields.setAll((ObjectNode) row), World.BORN, World.BORN);
        }
    }

    private void employee(JsonNode row) {
        Crew.Member member = Crew.of(row.get("username").asText());
        ObjectNode fields = Json.object().put("firstName", member.first()).put("lastName", member.last());
        fields.setAll((ObjectNode) row);
        fields.put("emailAddress", member.email());
        if (!fields.has("isActive")) {
            fields.put("isActive", true);
        }
        store.insert("employees", fields, World.BORN, World.BORN);
    }

    /** The name of another entry becomes its id. */
    private void resolve(String table, String name, String idField, String other) {
        for (Row row : store.table(table).stream().toList()) {
            if (row.get(name).isTextual()) {
                row.fields().put(idField, id(other, row.text(name)));
            }
            row.fields().remove(name);
        }
    }

    int id(String table, String name) {
        return store.table(table).stream()
                .filter(row -> row.text("name").equals(name))
                .mapToInt(row -> Integer.parseInt(row.id()))
                .findFirst()
                .orElseThrow();
    }
}
