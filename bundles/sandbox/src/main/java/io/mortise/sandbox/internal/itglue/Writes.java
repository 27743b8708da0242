package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** Creates, changes and deletes records by IT Glue's rules, whoever does it: a caller of the API or a person. */
final class Writes {
    private final Store store;
    private final Catalog catalog;
    private final Values values;
    private final PrimaryInterface primaryInterface;

    Writes(Store store, Catalog catalog) {
        this.store = store;
        this.catalog = catalog;
        this.values = new Values(store);
        this.primaryInterface = new PrimaryInterface(store);
    }

    Row create(Spec spec, ObjectNode attributes) {
        for (String name : spec.required()) {
            if (Row.text(attributes, name).isBlank()) {
                throw missing(name);
            }
        }
        ObjectNode fields = blank(spec);
        fields.setAll(kept(spec.writable(), attributes));
        joinName(spec, fields, fields);
        Row row = store.insert(spec.type(), fields);
        onlyOneMain(spec, row);
        primaryInterface.follow(spec, row, attributes);
        return row;
    }

    private static Refusal missing(String name) {
        if (name.equals("organization-id")) {
            return new Refusal(422, "Valid organization_id is required", null, "data/attributes/organization_id");
        }
        if (Attributes.reference(name, "-id").isPresent()) {
            return Refusal.unprocessable(
                    "must exist", Values.pointer(name.substring(0, name.length() - "-id".length())));
        }
        return Refusal.unprocessable("can't be blank", Values.pointer(name));
    }

    static ObjectNode blank(Spec spec) {
        ObjectNode fields = Json.object();
        for (String name : spec.attributes()) {
            if (!Attributes.derived(name)) {
                fields.putNull(name);
            }
        }
        for (String flag : Set.of("restricted", "my-glue", "archived", "primary")) {
            if (fields.has(flag)) {
                fields.put(flag, false);
            }
        }
        if (fields.has("contact-emails")) {
            fields.putArray("contact-emails");
            fields.putArray("contact-phones");
        }
        return fields;
    }

    /** A record of IT Glue's own PSA sync takes only the attributes that the documentation lists. */
    Row updateByApi(Spec spec, Row row, ObjectNode attributes) {
        ObjectNode kept = kept(spec.writable(), attributes);
        if (row.text("psa-integration").equals("enabled")) {
            for (Iterator<String> names = kept.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                if (!spec.whenSynced().contains(name) && !kept.get(name).equals(row.get(name))) {
                    throw Refusal.unprocessable("can't be changed on a synced record", Values.pointer(name));
                }
            }
        }
        return apply(spec, row, kept);
    }

    Row updateByPerson(Spec spec, Row row, ObjectNode attributes) {
        return apply(spec, row, kept(spec.stored(), attributes));
    }

    private Row apply(Spec spec, Row row, ObjectNode kept) {
        if (spec.required().contains("name")
                && kept.has("name")
                && Row.text(kept, "name").isBlank()) {
            throw Refusal.unprocessable("can't be blank", Values.pointer("name"));
        }
        boolean equal =
                kept.properties().stream().allMatch(entry -> entry.getValue().equals(row.get(entry.getKey())));
        if (equal && Guesses.EQUAL_UPDATE_KEEPS_TIME) {
            return store.keep(spec.type(), row);
        }
        ObjectNode whole = row.fields().deepCopy();
        whole.setAll(kept);
        joinName(spec, whole, kept);
        Row changed = store.update(spec.type(), row, kept);
        onlyOneMain(spec, changed);
        primaryInterface.follow(spec, changed, kept);
        return changed;
    }

    private static void joinName(Spec spec, ObjectNode whole, ObjectNode target) {
        if (spec.type().equals("contacts") || spec.type().equals("users")) {
            target.put("name", (Row.text(whole, "first-name") + " " + Row.text(whole, "last-name")).trim());
        }
    }

    private ObjectNode kept(Set<String> writable, ObjectNode attributes) {
        ObjectNode kept = Json.object();
        for (Map.Entry<String, com.fasterxml.jackson.databind.JsonNode> entry : attributes.properties()) {
            if (writable.contains(entry.getKey())) {
                kept.set(entry.getKey(), values.kept(entry.getKey(), entry.getValue()));
            }
        }
        return kept;
    }

    /** An organization has one primary location. */
    private void onlyOneMain(Spec spec, Row row) {
        if (!spec.type().equals("locations") || !row.flag("primary")) {
            return;
        }
        for (Row other : store.table("locations").stream().toList()) {
            boolean sibling = other.text("organization-id").equals(row.text("organization-id"));
            if (sibling && other.flag("primary") && !other.id().equals(row.id())) {
                store.update("locations", other, Json.object().put("primary", false));
            }
        }
    }

    void delete(Spec spec, Row row) {
        store.delete(spec.type(), row.id());
        if (spec.type().equals("organizations")) {
            for (String child : Set.of("configurations", "contacts", "locations")) {
                deleteWhere(child, "organization-id", row.id());
            }
        }
        if (spec.type().equals("configurations")) {
            deleteWhere("configuration-interfaces", "configuration-id", row.id());
        }
    }

    private void deleteWhere(String type, String attribute, String id) {
        for (Row row : store.table(type).stream().toList()) {
            if (row.text(attribute).equals(id)) {
                delete(catalog.get(type), row);
            }
        }
    }
}
