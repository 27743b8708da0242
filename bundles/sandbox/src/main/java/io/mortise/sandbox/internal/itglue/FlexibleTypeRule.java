package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import java.util.ArrayList;
import java.util.List;

/** A type is made together with its fields, at least one of which shows in lists. */
final class FlexibleTypeRule implements Rule {
    private static final String FIELDS = "flexible-asset-fields";

    @Override
    public void prepare(ObjectNode attributes) {
        boolean listed = fields(attributes).stream().anyMatch(field -> Filters.truth(Row.text(field, "show-in-list")));
        if (!listed) {
            throw Refusal.unprocessable("must have at least one field that shows in lists", Values.pointer("fields"));
        }
    }

    @Override
    public void complete(ObjectNode whole, ObjectNode changes, Caller by) {
        for (String flag : List.of("enabled", "show-in-menu")) {
            if (!whole.hasNonNull(flag)) {
                changes.put(flag, true);
            }
        }
    }

    private static List<ObjectNode> fields(ObjectNode attributes) {
        List<ObjectNode> fields = new ArrayList<>();
        for (JsonNode item : Bodies.related(attributes, FIELDS)) {
            fields.add(Bodies.kebab(item.path("attributes")));
        }
        for (JsonNode item : attributes.path("fields")) {
            fields.add(Bodies.kebab(item.has("attributes") ? item.get("attributes") : item));
        }
        return fields;
    }

    @Override
    public void follow(Row row, ObjectNode attributes, Writes writes, Caller by) {
        for (ObjectNode field : fields(attributes)) {
            field.set("flexible-asset-type-id", Json.value(Long.valueOf(row.id())));
            writes.create(FIELDS, field, by);
        }
    }
}
