package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What answers of the service desk say beside the ids: names, colours, addresses. */
final class Labels {
    private static final String[] PLAIN = {
        "accountName accountId accounts accountName",
        "accountCode accountId accounts accountCode",
        "locationName locationId locations locationName",
        "hardwareAssetName hardwareAssetId hardwareassets name",
        "queueName queueId queues name",
        "statusName statusId statuses name",
        "statusColor statusId statuses color",
        "statusForeColor statusId statuses fontColor",
        "statusFontColor statusId statuses fontColor",
        "statusOrder statusId statuses statusOrder",
        "slaStatusEventId statusId statuses slaEventId",
        "priorityName priorityId priorities name",
        "priorityColor priorityId priorities color",
        "issueTypeName issueTypeId issuetypes name",
        "subIssueTypeName subIssueTypeId issuesubtypes name",
        "contractName contractId contracts contractName",
        "contractNumber contractId contracts contractNumber",
        "workTypeName workTypeId worktypes name",
        "workType workTypeId worktypes name",
        "roleName roleId roles name",
        "role roleId roles name",
        "slaName slaId slas name",
        "sourceName sourceId ticketsources name",
        "softwareAssetName softwareAssetId softwareassets softwareName",
        "firstName userId employees firstName",
        "lastName userId employees lastName",
        "createdByEmail createdBy employees emailAddress",
    };
    private static final String[] PEOPLE = {
        "assigneeName assigneeId", "createdByName createdBy", "modifiedByName modifiedBy", "employeeName userId",
        "timeSpentBy userId", "completedByName completedBy", "resource userId", "assignedTo userId"
    };

    private final Store store;
    private final Map<String, Function<Row, Optional<JsonNode>>> makers = new HashMap<>();

    Labels(Store store) {
        this.store = store;
        for (String line : PLAIN) {
            String[] part = line.split(" ");
            makers.put(part[0], row -> other(row, part[1], part[2]).map(found -> found.get(part[3])));
        }
        for (String line : PEOPLE) {
            String[] part = line.split(" ");
            makers.put(part[0], row -> other(row, part[1], "employees").map(Labels::fullName));
        }
        makers.put(
                "modifiedByName",
                row -> other(row, "modifiedBy", "employees")
                        .or(() -> other(row, "createdBy", "employees"))
                        .map(Labels::fullName));
        makers.put("contactName", row -> other(row, "contactId", "contacts").map(Labels::fullName));
        makers.put("contactPhone", row -> other(row, "contactId", "contacts").flatMap(c -> main(c, "phones", "phone")));
        makers.put(
                "contactEmail",
                row -> other(row, "contactId", "contacts").flatMap(c -> main(c, "emails", "emailAddress")));
        makers.put(
                "locationPhone",
                row -> other(row, "locationId", "locations")
                        .map(l -> l.get("addresses").path(0).path("phone")));
    }

    /** For a table whose rows have a label of their own. */
    Labels with(String field, Function<Row, Optional<JsonNode>> maker) {
        Labels more = new Labels(store);
        more.makers.putAll(makers);
        more.makers.put(field, maker);
        return more;
    }

    Optional<JsonNode> of(Row row, String field) {
        Function<Row, Optional<JsonNode>> maker = makers.get(field);
        return maker == null
                ? Optional.empty()
                : maker.apply(row).filter(value -> !value.isMissingNode() && !value.isNull());
    }

    private Optional<Row> other(Row row, String idField, String table) {
        JsonNode id = row.get(idField);
        return id.isNumber() && store.has(table) ? store.table(table).find(id.asText()) : Optional.empty();
    }

    static JsonNode fullName(Row person) {
        return TextNode.valueOf((person.text("firstName") + " " + person.text("lastName")).trim());
    }

    static Optional<JsonNode> main(Row contact, String list, String field) {
        for (JsonNode item : contact.get(list)) {
            if (item.path("isDefault").asBoolean()) {
                return Optional.of(item.path(field));
            }
        }
        return Optional.empty();
    }
}
