package io.mortise.sandbox.internal.continuum;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.BadRequest;
import io.mortise.sandbox.internal.http.Person;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A person in the screens of ConnectWise RMM, and the agents that report in. References are stored numbers here. */
final class ContinuumPerson implements Person {
    private static final List<String> TICKET = List.of(
            "summary description dueDate company site status priority serviceBoard source type category assignee assets tags"
                    .split(" "));
    /** What must be there, and where it points. */
    private static final Map<String, Map<String, String>> PARENTS = Map.of(
            "sites", Map.of("companyId", "companies"),
            "endpoints", Map.of("companyId", "companies", "siteId", "sites"));

    private final Store store;
    private final Tickets tickets;

    ContinuumPerson(Store store, Tickets tickets) {
        this.store = store;
        this.tickets = tickets;
    }

    @Override
    public Set<String> fields(String type) {
        return new LinkedHashSet<>(
                switch (type) {
                    case "companies" -> List.of(Companies.COMPANY.split(" "));
                    case "sites" -> List.of(Companies.SITE.split(" "));
                    case "endpoints" -> endpointFields();
                    case "tickets" -> TICKET;
                    case "notes" -> List.of("ticket", "detail", "visibility", "createdBy");
                    default -> List.of("name", "category", "slaStatus", "inactiveFlag");
                });
    }

    private static List<String> endpointFields() {
        Set<String> names = new LinkedHashSet<>(List.of("companyId", "siteId", "category", "online"));
        names.addAll(EndpointViews.MINIMAL);
        names.addAll(EndpointViews.PARTS);
        return List.copyOf(names);
    }

    @Override
    public Row create(String type, ObjectNode fields) {
        PARENTS.getOrDefault(type, Map.of()).forEach((field, table) -> {
            if (store.table(table).find(Row.text(fields, field)).isEmpty()) {
                throw new BadRequest("One of the " + type + " needs a " + field + " of the " + table);
            }
        });
        if (type.equals("endpoints") && !fields.has("category")) {
            fields.put("category", "platform");
        }
        return type.equals("tickets") ? tickets.insert(fields) : store.insert(type, fields);
    }

    @Override
    public Row change(String type, Row row, ObjectNode changes) {
        return store.update(type, row, changes);
    }

    @Override
    public void delete(String type, Row row) {
        store.delete(type, row.id());
        if (type.equals("companies")) {
            deleteBelow("companyId", row.id());
        }
        if (type.equals("sites")) {
            deleteBelow("siteId", row.id());
        }
    }

    private void deleteBelow(String field, String id) {
        for (String table : List.of("sites", "endpoints")) {
            for (Row row : store.table(table).stream().toList()) {
                if (row.text(field).equals(id)) {
                    store.delete(table, row.id());
                }
            }
        }
    }
}
