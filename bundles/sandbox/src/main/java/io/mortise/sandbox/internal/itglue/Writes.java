package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.Map;
import java.util.Set;

/** Creates and changes records by IT Glue's rules, whoever does it: a caller of the API or a person. */
final class Writes {
    private final Store store;
    private final Catalog catalog;
    private final Values values;
    private final Rules rules;
    private final PrimaryInterface primaryInterface;

    Writes(Store store, Catalog catalog) {
        this.store = store;
        this.catalog = catalog;
        this.values = new Values(store);
        this.rules = new Rules(store);
        this.primaryInterface = new PrimaryInterface(store);
    }

    Row create(String type, ObjectNode attributes, Caller by) {
        Spec spec = catalog.get(type);
        rules.of(type).prepare(attributes);
        for (String name : spec.required()) {
            if (blank(attributes.path(name))) {
                throw missing(name);
            }
        }
        ObjectNode fields = blank(spec);
        fields.setAll(kept(spec, spec.settable(), attributes));
        rules.of(type).complete(fields, fields, by);
        if (spec.versioned()) {
            fields.set(Versions.FIELD, Versions.begin(fields, by, store.now()));
        }
        Row row = store.insert(type, fields);
        onlyOneMain(spec, row);
        primaryInterface.follow(spec, row, attributes);
        rules.of(type).follow(row, attributes, this, by);
        return row;
    }

    private static boolean blank(JsonNode value) {
        return !value.isContainerNode() && (value.isNull() || value.asText().isBlank());
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
    Row updateByApi(Spec spec, Row row, ObjectNode attributes, Caller by) {
        ObjectNode kept = kept(spec, spec.writable(), attributes);
        Synced.mayChange(store, spec, row, kept);
        Row changed = apply(spec, row, kept, by);
        rules.of(spec.type()).follow(changed, attributes, this, by);
        return changed;
    }

    Row update(String type, Row row, ObjectNode attributes, Caller by) {
        Spec spec = catalog.get(type);
        return apply(spec, row, kept(spec, spec.writable(), attributes), by);
    }

    /** Adds what a request says of a record besides its attributes. */
    void fill(String type, String id, ObjectNode fields) {
        store.table(type).find(id).ifPresent(row -> store.update(type, row, fields));
    }

    Row updateByPerson(Spec spec, Row row, ObjectNode attributes) {
        ObjectNode kept = kept(spec, spec.stored(), attributes);
        Synced.orphan(row, kept);
        return apply(spec, row, kept, Caller.PERSON);
    }

    private Row apply(Spec spec, Row row, ObjectNode kept, Caller by) {
        for (String name : spec.required()) {
            if (kept.has(name) && blank(kept.get(name))) {
                throw missing(name);
            }
        }
        boolean equal =
                kept.properties().stream().allMatch(entry -> entry.getValue().equals(row.get(entry.getKey())));
        if (equal && Guesses.EQUAL_UPDATE_KEEPS_TIME) {
            return store.keep(spec.type(), row);
        }
        ObjectNode whole = row.fields().deepCopy();
        whole.setAll(kept);
        rules.of(spec.type()).complete(whole, kept, by);
        if (spec.versioned()) {
            kept.set(Versions.FIELD, Versions.after(row, kept, by, store.now()));
        }
        Row changed = store.update(spec.type(), row, kept);
        onlyOneMain(spec, changed);
        primaryInterface.follow(spec, changed, kept);
        return changed;
    }

    private ObjectNode kept(Spec spec, Set<String> writable, ObjectNode attributes) {
        ObjectNode kept = Json.object();
        for (Map.Entry<String, JsonNode> entry : attributes.properties()) {
            if (writable.contains(entry.getKey())) {
                kept.set(entry.getKey(), values.kept(spec, entry.getKey(), entry.getValue()));
            }
        }
        return kept;
    }

    /** An organization has one primary location. */
    private void onlyOneMain(Spec spec, Row row) {
        if (!spec.type().equals("locations") || !row.flag("primary")) {
            return;
        }
        for (Row other : store.table("locations")
                .with("organization-id", row.text("organization-id"))
                .toList()) {
            if (other.flag("primary") && !other.id().equals(row.id())) {
                store.update("locations", other, Json.object().put("primary", false));
            }
        }
    }

    void deleteByApi(Spec spec, Row row) {
        Synced.mayDelete(row);
        rules.of(spec.type()).mayDelete(row);
        new Deletes(store, catalog).delete(spec.type(), row);
    }
}
