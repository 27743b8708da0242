package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Name and place of a field are unique within its type, and its kind stays once assets use it. */
final class FlexibleFieldRule implements Rule {
    private static final Set<String> KINDS = Set.of(
            "Checkbox",
            "Date",
            "Header",
            "Number",
            "Select",
            "Text",
            "Textbox",
            "Upload",
            "Tag",
            "Percent",
            "Password");

    private final Store store;

    FlexibleFieldRule(Store store) {
        this.store = store;
    }

    @Override
    public void complete(ObjectNode whole, ObjectNode changes, Caller by) {
        String kind = Row.text(whole, "kind");
        if (!KINDS.contains(kind)) {
            throw Refusal.unprocessable("is not included in the list", Values.pointer("kind"));
        }
        if (kind.equals("Select")) {
            need(whole, "default-value");
        }
        if (kind.equals("Number") || kind.equals("Percent")) {
            need(whole, "decimals");
        }
        String key = Row.text(whole, "name-key");
        if (key.isEmpty()) {
            key = key(Row.text(whole, "name"));
            unique(whole, key);
        } else if (changes.has("kind") && used(whole, key) && !sameKind(whole, key)) {
            throw Refusal.unprocessable("can't be changed once it is used", Values.pointer("kind"));
        }
        changes.put("name-key", key);
    }

    private static void need(ObjectNode whole, String name) {
        if (Row.text(whole, name).isEmpty()) {
            throw Refusal.unprocessable("can't be blank", Values.pointer(name));
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private List<Row> siblings(ObjectNode whole) {
        return new Traits(store).fields(Row.text(whole, "flexible-asset-type-id"));
    }

    private void unique(ObjectNode whole, String key) {
        for (Row other : siblings(whole)) {
            if (other.text("name-key").equals(key)) {
                throw Refusal.unprocessable("has already been taken", Values.pointer("name"));
            }
            if (other.text("order").equals(Row.text(whole, "order"))) {
                throw Refusal.unprocessable("has already been taken", Values.pointer("order"));
            }
        }
    }

    private boolean sameKind(ObjectNode whole, String key) {
        return siblings(whole).stream()
                .anyMatch(row ->
                        row.text("name-key").equals(key) && row.text("kind").equals(Row.text(whole, "kind")));
    }

    private boolean used(ObjectNode whole, String key) {
        return store.table("flexible-assets").stream()
                .filter(row -> row.text("flexible-asset-type-id").equals(Row.text(whole, "flexible-asset-type-id")))
                .anyMatch(row -> row.get("traits").has(key));
    }
}
