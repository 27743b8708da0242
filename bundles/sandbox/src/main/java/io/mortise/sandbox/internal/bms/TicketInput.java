package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;
import java.util.Map;

/** Reads and checks what is written into a ticket, and turns it into the stored form. */
final class TicketInput {
    static final List<String> NAMES = Fields.names(
            "title details accountId locationId contactId softwareAssetId hardwareAssetId queueId statusId "
                    + "priorityId typeId issueTypeId subIssueTypeId contractId assigneeId workTypeId sourceId slaId openDate "
                    + "dueDate secondaryAssignees ccs customFieldsData");
    static final List<String> REQUIRED =
            Fields.names("title details accountId locationId statusId priorityId typeId sourceId openDate");
    private static final Map<String, String> REFERENCES = Map.ofEntries(
            Map.entry("accountId", "accounts"),
            Map.entry("locationId", "locations"),
            Map.entry("contactId", "contacts"),
            Map.entry("softwareAssetId", "softwareassets"),
            Map.entry("hardwareAssetId", Assets.TABLE),
            Map.entry("queueId", "queues"),
            Map.entry("statusId", "statuses"),
            Map.entry("priorityId", "priorities"),
            Map.entry("typeId", "tickettypes"),
            Map.entry("issueTypeId", "issuetypes"),
            Map.entry("subIssueTypeId", "issuesubtypes"),
            Map.entry("contractId", "contracts"),
            Map.entry("assigneeId", "employees"),
            Map.entry("workTypeId", "worktypes"),
            Map.entry("sourceId", "ticketsources"),
            Map.entry("slaId", "slas"));

    private final Store store;
    private final Records references;

    TicketInput(Store store) {
        this.store = store;
        this.references = new Records(store, REFERENCES);
    }

    ObjectNode read(JsonNode body) {
        return Fields.read(body, NAMES);
    }

    /** @param now the ticket as it is, or an empty object for a new one */
    ObjectNode checked(ObjectNode input, ObjectNode now, List<String> required) {
        references.check(input, required);
        ObjectNode fields = stored(input);
        ObjectNode all = now.deepCopy().setAll(fields);
        active(fields);
        dates(fields);
        if (all.path("queueId").isNull() && all.path("assigneeId").isNull()
                || !all.hasNonNull("queueId") && !all.hasNonNull("assigneeId")) {
            throw Refusal.invalid("Either QueueId or AssigneeId is required.");
        }
        if (fields.has("issueTypeId")
                && !fields.has("subIssueTypeId")
                && !fields.get("issueTypeId").equals(now.path("issueTypeId"))) {
            fields.putNull("subIssueTypeId");
            all.putNull("subIssueTypeId");
        }
        belongs(all);
        return fields;
    }

    private ObjectNode stored(ObjectNode input) {
        ObjectNode fields = Json.object();
        input.properties().forEach(entry -> {
            String name = entry.getKey();
            switch (name) {
                case "ccs" -> fields.set("cCs", ccs(entry.getValue()));
                case "secondaryAssignees" -> fields.set(name, assignees(entry.getValue()));
                case "customFieldsData" -> fields.set("custom", custom(entry.getValue()));
                default -> {
                    boolean none = Fields.isIdentifier(name)
                            && !name.equals("sourceId")
                            && entry.getValue().asInt() == 0;
                    fields.set(name, none ? NullNode.instance : entry.getValue());
                }
            }
        });
        return fields;
    }

    private void active(ObjectNode fields) {
        for (String field : List.of("statusId", "queueId")) {
            store.table(REFERENCES.get(field))
                    .find(Row.text(fields, field))
                    .filter(row -> !row.flag("isActive"))
                    .ifPresent(row -> {
                        throw Refusal.invalid(Records.pascal(field) + " " + row.id() + " is not active.");
                    });
        }
    }

    private static void dates(ObjectNode fields) {
        for (String field : List.of("openDate", "dueDate")) {
            if (fields.hasNonNull(field)) {
                fields.put(field, Lists.instant(fields.get(field).asText()).toString());
            }
        }
    }

    private void belongs(ObjectNode all) {
        String account = Row.text(all, "accountId");
        for (String[] part : new String[][] {
            {"locationId", "locations", "Location"},
            {"contactId", "contacts", "Contact"},
            {"hardwareAssetId", Assets.TABLE, "Hardware asset"},
            {"contractId", "contracts", "Contract"}
        }) {
            if (all.hasNonNull(part[0])) {
                references.belongs(part[1], Row.text(all, part[0]), account, part[2]);
            }
        }
        if (all.hasNonNull("subIssueTypeId")) {
            String issue = store.table("issuesubtypes")
                    .find(Row.text(all, "subIssueTypeId"))
                    .map(row -> row.text("issueTypeId"))
                    .orElse("");
            if (!issue.equals(Row.text(all, "issueTypeId"))) {
                throw Refusal.invalid("SubIssueTypeId does not belong to the issue type.");
            }
        }
    }

    private ArrayNode ccs(JsonNode input) {
        ArrayNode ccs = Json.array();
        for (JsonNode each : input) {
            ObjectNode cc = Fields.read(each, Fields.names("id emailAddress entityType"));
            int type = cc.path("entityType").asInt(0);
            String name = store.table(type == Guesses.CC_EMPLOYEE ? "employees" : "contacts")
                    .find(Row.text(cc, "id"))
                    .map(row -> Labels.fullName(row).asText())
                    .orElse(null);
            ccs.addObject()
                    .put("id", cc.path("id").asInt(0))
                    .put("emailAddress", Row.text(cc, "emailAddress"))
                    .put("fullName", name)
                    .put("entityType", type);
        }
        return ccs;
    }

    private ArrayNode assignees(JsonNode input) {
        ArrayNode assignees = Json.array();
        for (JsonNode each : input) {
            String id = Row.text(Fields.read(each, List.of("userId")), "userId");
            Row employee = references.find("employees", "Employee", id);
            assignees
                    .addObject()
                    .put("userId", Integer.parseInt(id))
                    .put("fullName", Labels.fullName(employee).asText());
        }
        return assignees;
    }

    private ObjectNode custom(JsonNode input) {
        ObjectNode custom = Json.object();
        for (JsonNode each : input) {
            ObjectNode field = Fields.read(each, Fields.names("customFieldId data"));
            references.find("customfields", "Custom field", Row.text(field, "customFieldId"));
            custom.set(Row.text(field, "customFieldId"), field.path("data"));
        }
        return custom;
    }
}
