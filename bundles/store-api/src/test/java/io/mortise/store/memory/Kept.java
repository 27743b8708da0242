package io.mortise.store.memory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.mortise.store.Row;

/** A row whose fields are parsed when somebody asks for them. */
final class Kept {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    final Row row;
    final String sortKey;
    private volatile JsonNode fields;

    Kept(Row row) {
        this.row = row;
        this.sortKey = Row.sortKey(row.title());
    }

    /** @return the value as text, null if there is none or it is empty */
    String text(String path) {
        JsonNode value = fields().path(path);
        int dot = path.lastIndexOf('.');
        if (nothing(value) && dot > 0)
            value = fields().path(path.substring(0, dot)).path(path.substring(dot + 1));
        if (nothing(value)) return null;
        String text = value.isValueNode() ? value.asText() : value.toString();
        return text.isEmpty() ? null : text;
    }

    private static boolean nothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private JsonNode fields() {
        JsonNode known = fields;
        if (known == null) fields = known = parse(row.fields());
        return known;
    }

    private static JsonNode parse(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            return node.isObject() ? node : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the fields of a row must be JSON", e);
        }
    }
}
