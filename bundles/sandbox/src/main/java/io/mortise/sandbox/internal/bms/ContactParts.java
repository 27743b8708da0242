package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.Locale;

/** The e-mails or the phones of a contact: told apart by their old value, exactly as it is shown; one is the default. */
final class ContactParts {
    /**
     * @param list the field of the contact
     * @param value the field of a part when it is read
     * @param input the same when it is written
     */
    record Kind(String list, String value, String input, String newInput, String typeId, String type, String types) {}

    static final Kind EMAILS = new Kind(
            "emails", "emailAddress", "emailAddress", "newEmailAddress", "emailTypeId", "emailType", "emailtypes");
    static final Kind PHONES =
            new Kind("phones", "phone", "phoneNumber", "newPhoneNumber", "phoneTypeId", "phoneType", "phonetypes");

    private final Store store;
    private final Kind kind;

    ContactParts(Store store, Kind kind) {
        this.store = store;
        this.kind = kind;
    }

    ArrayNode fresh(JsonNode written) {
        ArrayNode parts = Json.array();
        for (JsonNode item : written) {
            String value = firstText(item, kind.input, kind.value);
            add(parts, value, Fields.anyCase(item, kind.typeId), Fields.anyCase(item, "isDefault"));
        }
        return parts;
    }

    private static String firstText(JsonNode item, String name, String otherName) {
        String text = Row.text(Fields.read(item, java.util.List.of(name)), name);
        return text.isEmpty() ? Row.text(Fields.read(item, java.util.List.of(otherName)), otherName) : text;
    }

    private void add(ArrayNode parts, String value, JsonNode typeId, JsonNode isDefault) {
        if (value.isBlank()) {
            throw Refusal.invalid("The " + Records.pascal(kind.input) + " field is required.");
        }
        ObjectNode part = Json.object().put("id", nextId(parts)).put("createdBy", Views.API_USER);
        part.put("createdOn", store.now().toString()).put("modifiedBy", Views.API_USER);
        part.put("modifiedOn", store.now().toString()).put(kind.value, value);
        type(part, typeId.asInt(0));
        parts.add(part);
        defaults(parts, part, isDefault.asBoolean(false) || parts.size() == 1);
    }

    private static int nextId(ArrayNode parts) {
        int highest = 0;
        for (JsonNode part : parts) {
            highest = Math.max(highest, part.path("id").asInt());
        }
        return highest + 1;
    }

    private void type(ObjectNode part, int typeId) {
        Row type = store.table(kind.types)
                .find(Integer.toString(typeId))
                .orElseGet(() -> store.table(kind.types).rows().iterator().next());
        part.put(kind.typeId, Integer.valueOf(type.id())).put(kind.type, type.text("name"));
    }

    private static void defaults(ArrayNode parts, ObjectNode part, boolean isDefault) {
        if (isDefault) {
            parts.forEach(other -> ((ObjectNode) other).put("isDefault", false));
        }
        part.put("isDefault", isDefault);
    }

    Response patch(Row contact, JsonNode operations) {
        if (!operations.isArray()) {
            throw Refusal.invalid("The body is an array of operations.");
        }
        ArrayNode parts = contact.get(kind.list).deepCopy();
        int[] counts = new int[3];
        for (JsonNode operation : operations) {
            counts[apply(parts, operation)]++;
        }
        if (!parts.isEmpty() && defaultOf(parts) == null) {
            ((ObjectNode) parts.get(0)).put("isDefault", true);
        }
        ObjectNode change = Json.object();
        change.set(kind.list, parts);
        store.update("contacts", contact, change);
        ObjectNode result = Json.object().put("added", counts[Guesses.ADD]);
        result.put("updated", counts[Guesses.UPDATE]).put("deleted", counts[Guesses.DELETE]);
        result.set(kind.list, parts);
        return Envelope.result(result);
    }

    private int apply(ArrayNode parts, JsonNode operation) {
        String old = firstText(operation, kind.input, kind.input);
        String fresh = firstText(operation, kind.newInput, kind.newInput);
        JsonNode typeId = Fields.anyCase(operation, "typeId");
        JsonNode isDefault = Fields.anyCase(operation, "isDefault");
        int kindOfChange = operationOf(Fields.anyCase(operation, "operation"));
        if (kindOfChange == Guesses.ADD) {
            add(parts, fresh.isEmpty() ? old : fresh, typeId, isDefault);
        } else if (kindOfChange == Guesses.UPDATE) {
            update(part(parts, old), parts, fresh, typeId, isDefault);
        } else {
            parts.remove(indexOf(parts, old));
        }
        return kindOfChange;
    }

    private static int operationOf(JsonNode operation) {
        return switch (operation.asText().toLowerCase(Locale.ROOT)) {
            case "0", "add" -> Guesses.ADD;
            case "1", "update" -> Guesses.UPDATE;
            case "2", "delete" -> Guesses.DELETE;
            default -> throw Refusal.invalid("The Operation field must be 0, 1 or 2.");
        };
    }

    private void update(ObjectNode part, ArrayNode parts, String fresh, JsonNode typeId, JsonNode isDefault) {
        if (!fresh.isEmpty()) {
            part.put(kind.value, fresh);
        }
        if (typeId.isNumber()) {
            type(part, typeId.asInt());
        }
        if (isDefault.isBoolean()) {
            defaults(parts, part, isDefault.asBoolean());
        }
        part.put("modifiedOn", store.now().toString());
    }

    private ObjectNode part(ArrayNode parts, String value) {
        return (ObjectNode) parts.get(indexOf(parts, value));
    }

    private int indexOf(ArrayNode parts, String value) {
        for (int i = 0; i < parts.size(); i++) {
            if (Row.text(parts.get(i), kind.value).equals(value)) {
                return i;
            }
        }
        throw Refusal.invalid(Records.pascal(kind.input) + " '" + value + "' was not found on this contact.");
    }

    private static JsonNode defaultOf(ArrayNode parts) {
        for (JsonNode part : parts) {
            if (part.path("isDefault").asBoolean()) {
                return part;
            }
        }
        return null;
    }
}
