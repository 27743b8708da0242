package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;
import java.util.Map;

/** Makes the objects of answers from stored rows: labels beside ids, times, and the nested lists. */
final class Views {
    /** The id of the employee that the API user is. */
    static final int API_USER = 7001;

    private record Label(String idField, String table, String field) {}

    private static final Map<String, Label> LABELS = Map.ofEntries(
            Map.entry("accountType", new Label("accountTypeId", "accounttypes", "name")),
            Map.entry("businessType", new Label("businessTypeId", "businesstypes", "name")),
            Map.entry("serviceType", new Label("serviceTypeId", "servicetypes", "name")),
            Map.entry("accountManagerUserName", new Label("accountManagerId", "employees", "username")),
            Map.entry("accountName", new Label("accountId", "accounts", "accountName")),
            Map.entry("accountLocation", new Label("accountLocationId", "locations", "locationName")),
            Map.entry("locationName", new Label("locationId", "locations", "locationName")),
            Map.entry("contactFirstName", new Label("contactId", "contacts", "firstName")),
            Map.entry("contactLastName", new Label("contactId", "contacts", "lastName")),
            Map.entry("category", new Label("categoryId", "assetcategories", "name")),
            Map.entry("brand", new Label("brandId", "manufacturers", "name")),
            Map.entry("manufacturer", new Label("manufacturerId", "manufacturers", "name")),
            Map.entry("motherboardManufacturer", new Label("motherboardManufacturerId", "manufacturers", "name")),
            Map.entry("chassisManufacturer", new Label("chassisManufacturerId", "manufacturers", "name")),
            Map.entry("businessImpact", new Label("businessImpactId", "businessimpacts", "name")),
            Map.entry("state", new Label("stateId", "assetstates", "name")),
            Map.entry("vendor", new Label("vendorId", "vendors", "name")));

    private static final List<String> ROW_BEFORE_CONTACT =
            Fields.names("serialNumber machineGroupId ipAddress contactId");
    private static final List<String> ROW_AFTER_CONTACT = Fields.names("accountId accountName isActive");

    private final Store store;

    Views(Store store) {
        this.store = store;
    }

    ObjectNode of(Row row, List<String> fields) {
        ObjectNode view = Json.object();
        copy(row, view, fields);
        return view;
    }

    private JsonNode value(Row row, String field) {
        return switch (field) {
            case "id" -> Json.value(Integer.valueOf(row.id()));
            case "createdOn" -> TextNode.valueOf(row.createdAt().toString());
            case "modifiedOn" -> TextNode.valueOf(row.updatedAt().toString());
            case "createdBy", "modifiedBy", "createdById", "modifiedById" -> Json.value(API_USER);
            case "createdByName", "modifiedByName" -> TextNode.valueOf("API User");
            case "currencyName" -> TextNode.valueOf("US Dollar");
            case "tenantName" -> TextNode.valueOf(Tokens.TENANT);
            case "phoneNumber", "contactPhoneNumber" -> main(row, "phones", "phone");
            case "emailAddress", "contactEmailAddress" -> main(row, "emails", "emailAddress");
            default -> labelOrStored(row, field);
        };
    }

    private JsonNode labelOrStored(Row row, String field) {
        JsonNode stored = row.get(field);
        Label label = LABELS.get(field);
        if (!stored.isMissingNode() || label == null) {
            return stored.isMissingNode() ? NullNode.instance : stored;
        }
        return label(row, label);
    }

    private JsonNode label(Row row, Label label) {
        JsonNode text = store.table(label.table)
                .find(row.text(label.idField))
                .map(other -> other.get(label.field))
                .orElse(NullNode.instance);
        return text.isMissingNode() ? NullNode.instance : text;
    }

    /** The default e-mail or phone of a contact, or of the contact that an asset names. */
    private JsonNode main(Row row, String list, String field) {
        if (row.get("contactId").isNumber()) {
            return store.table("contacts")
                    .find(row.text("contactId"))
                    .map(contact -> main(contact, list, field))
                    .orElse(NullNode.instance);
        }
        for (JsonNode item : row.get(list)) {
            if (item.path("isDefault").asBoolean()) {
                return item.get(field);
            }
        }
        return NullNode.instance;
    }

    ObjectNode account(Row account) {
        ObjectNode view = of(account, Fields.ACCOUNT);
        view.set("locations", Json.array(locations(account.id()).stream().map(each -> of(each, Fields.LOCATION))));
        return view;
    }

    List<Row> locations(String account) {
        return store.table("locations").with("accountId", account).toList();
    }

    ObjectNode asset(Row row) {
        ObjectNode view = of(row, Fields.ASSET);
        view.put("createdBy", "API User").put("modifiedBy", "API User");
        return view;
    }

    /** What the list shows of an asset: of these many no more is made than is shown. */
    ObjectNode assetRow(Row row) {
        ObjectNode view = Json.object();
        view.set("id", value(row, "id"));
        view.set("categoryName", value(row, "category"));
        view.set("categoryId", value(row, "categoryId"));
        view.set("locationName", value(row, "accountLocation"));
        view.set("assetName", value(row, "name"));
        copy(row, view, ROW_BEFORE_CONTACT);
        String contact = value(row, "contactFirstName").asText("") + " "
                + value(row, "contactLastName").asText("");
        view.put("contactName", contact.isBlank() ? null : contact.trim());
        copy(row, view, ROW_AFTER_CONTACT);
        return view;
    }

    private void copy(Row row, ObjectNode view, List<String> fields) {
        for (String field : fields) {
            view.set(field, value(row, field));
        }
    }
}
