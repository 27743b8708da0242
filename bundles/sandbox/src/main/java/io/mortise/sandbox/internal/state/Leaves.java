package io.mortise.sandbox.internal.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** Keeps equal texts and whole numbers of many records once: in a generated world most of them come again and again. */
final class Leaves {
    /** Characters; longer texts hardly come twice. */
    private static final int LONGEST = 80;

    private final Map<JsonNode, JsonNode> known = new HashMap<>();

    void share(ObjectNode fields) {
        for (Map.Entry<String, JsonNode> field : fields.properties()) field.setValue(shared(field.getValue()));
    }

    private JsonNode shared(JsonNode value) {
        if (value instanceof ObjectNode inner) share(inner);
        if (value instanceof ArrayNode list) for (int i = 0; i < list.size(); i++) list.set(i, shared(list.get(i)));
        boolean text = value.isTextual() && value.textValue().length() <= LONGEST;
        return text || value.isIntegralNumber() ? known.computeIfAbsent(value, same -> same) : value;
    }
}
