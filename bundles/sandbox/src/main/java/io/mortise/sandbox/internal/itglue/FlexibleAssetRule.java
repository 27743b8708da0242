package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.Locale;
import java.util.Optional;

/** Traits are replaced as a whole; a trait of kind Password shows up among the passwords too. */
final class FlexibleAssetRule implements Rule {
    private final Store store;
    private final Traits traits;

    FlexibleAssetRule(Store store) {
        this.store = store;
        this.traits = new Traits(store);
    }

    @Override
    public void complete(ObjectNode whole, ObjectNode changes, Caller by) {
        String type = Row.text(whole, "flexible-asset-type-id");
        if (!whole.path("traits").isObject()) {
            throw Refusal.unprocessable("can't be blank", Values.pointer("traits"));
        }
        for (Row field : traits.fields(type)) {
            boolean absent = !whole.path("traits").hasNonNull(field.text("name-key"));
            if (field.flag("required") && absent && changes.has("traits")) {
                throw Refusal.unprocessable("can't be blank", Values.pointer("traits/" + field.text("name-key")));
            }
        }
        changes.put("name", traits.title(type, whole.get("traits")));
        changes.put("type-slug", slug(type));
    }

    private String slug(String type) {
        return store.table("flexible-asset-types")
                .find(type)
                .map(row -> row.text("name").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"))
                .orElse("");
    }

    @Override
    public void follow(Row row, ObjectNode attributes, Writes writes, Caller by) {
        for (Row field : traits.fields(row.text("flexible-asset-type-id"))) {
            JsonNode value = row.get("traits").path(field.text("name-key"));
            if (field.text("kind").equals("Password") && value.isTextual()) {
                password(row, field.text("name"), value.asText(), writes, by);
            }
        }
    }

    private void password(Row asset, String name, String value, Writes writes, Caller by) {
        String whole = asset.text("name") + " - " + name;
        Optional<Row> known = store.table("passwords").stream()
                .filter(row -> Owners.hangsOn(row, "flexible-assets", asset.id())
                        && row.text("name").equals(whole))
                .findFirst();
        if (known.isPresent()) {
            writes.update("passwords", known.get(), Json.object().put("password", value), by);
            return;
        }
        ObjectNode made = Json.object().put("name", whole).put("password", value);
        made.set("organization-id", asset.get("organization-id"));
        Row row = writes.create("passwords", made, by);
        ObjectNode place = Json.object().put("resource-type", Owners.TRAITS);
        store.update("passwords", row, place.put("resource-id", Long.valueOf(asset.id())));
    }
}
