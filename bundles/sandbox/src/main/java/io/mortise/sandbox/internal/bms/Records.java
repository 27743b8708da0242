package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds rows and checks what is written into them. */
final class Records {
    private static final Map<String, String> REFERENCES = Map.ofEntries(
            Map.entry("parentId", "accounts"),
            Map.entry("accountId", "accounts"),
            Map.entry("accountTypeId", "accounttypes"),
            Map.entry("businessTypeId", "businesstypes"),
            Map.entry("serviceTypeId", "servicetypes"),
            Map.entry("accountManagerId", "employees"),
            Map.entry("accountLocationId", "locations"),
            Map.entry("locationId", "locations"),
            Map.entry("contactId", "contacts"),
            Map.entry("categoryId", "assetcategories"),
            Map.entry("stateId", "assetstates"),
            Map.entry("brandId", "manufacturers"),
            Map.entry("manufacturerId", "manufacturers"),
            Map.entry("vendorId", "vendors"),
            Map.entry("businessImpactId", "businessimpacts"),
            Map.entry("countryId", "countries"));

    private final Store store;
    private final Map<String, String> references;

    Records(Store store) {
        this(store, REFERENCES);
    }

    /** @param references the table that the id in each field leads to */
    Records(Store store, Map<String, String> references) {
        this.store = store;
        this.references = references;
    }

    Row find(String table, String what, String id) {
        return store.table(table).find(id).orElseThrow(() -> Refusal.unknown(what, id));
    }

    /** All complaints at once: what is required and missing, and every id that leads nowhere. */
    void check(ObjectNode fields, List<String> required) {
        List<String> wrong = new ArrayList<>();
        for (String name : required) {
            if (Row.text(fields, name).isBlank()) {
                wrong.add("The " + pascal(name) + " field is required.");
            }
        }
        fields.properties().forEach(entry -> complain(entry.getKey(), entry.getValue(), wrong));
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
    }

    private void complain(String name, JsonNode value, List<String> wrong) {
        if (value.isNull()) {
            return;
        }
        if (Fields.isIdentifier(name) && !value.canConvertToInt()) {
            wrong.add("The field " + pascal(name) + " must be a number.");
        } else if (references.containsKey(name)
                && value.asInt() != 0
                && store.table(references.get(name)).find(value.asText()).isEmpty()) {
            wrong.add(pascal(name) + " " + value.asText() + " does not exist.");
        }
    }

    /** A location or a contact must belong to the account. */
    void belongs(String table, String id, String account, String what) {
        boolean belongs = store.table(table)
                .find(id)
                .map(row -> row.text("accountId").equals(account))
                .orElse(false);
        if (!belongs) {
            throw Refusal.invalid(what + " " + id + " does not belong to account " + account + ".");
        }
    }

    static String pascal(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** A JSON-Patch array as the changes that it makes to the named input fields. */
    static ObjectNode patched(JsonNode operations, List<String> names) {
        if (!operations.isArray()) {
            throw Refusal.invalid("A JSON-Patch body is an array of operations.");
        }
        ObjectNode changes = Json.object();
        for (JsonNode operation : operations) {
            String path =
                    Row.text(Fields.read(operation, List.of("path")), "path").replaceFirst("^/", "");
            String name = names.stream()
                    .filter(path::equalsIgnoreCase)
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid(
                            "The target location specified by path segment '" + path + "' was not found."));
            String op = Row.text(Fields.read(operation, List.of("op")), "op").toLowerCase(java.util.Locale.ROOT);
            switch (op) {
                case "add", "replace" -> changes.set(name, valueOf(operation));
                case "remove" -> changes.putNull(name);
                default -> throw Refusal.invalid("The operation '" + op + "' is not supported.");
            }
        }
        return changes;
    }

    private static JsonNode valueOf(JsonNode operation) {
        JsonNode value = Fields.anyCase(operation, "value");
        return value.isMissingNode() ? com.fasterxml.jackson.databind.node.NullNode.instance : value;
    }
}
