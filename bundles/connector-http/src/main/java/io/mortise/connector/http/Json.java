package io.mortise.connector.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A JSON value, immutable. Names are found in any letter case, because vendors print one and send another. What isn't
 * there reads as none; nothing here is ever null.
 */
public final class Json {
    public static final Json NONE = new Json(MissingNode.getInstance());
    private final JsonNode node;

    private Json(JsonNode node) {
        this.node = node;
    }

    /** No bytes are {@link #NONE}; what isn't one whole JSON value is an IllegalArgumentException. */
    public static Json read(byte[] bytes) {
        try {
            return bytes.length == 0 ? NONE : new Json(mapper().readTree(bytes));
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    public static Json object() {
        return new Json(JsonNodeFactory.instance.objectNode());
    }

    /** @param plain text, number, truth value, Json, none as {@link Optional#empty()}, or a collection of those */
    public static Json of(Object plain) {
        return new Json(node(plain));
    }

    private static JsonNode node(Object plain) {
        if (plain instanceof Json json) return json.node;
        if (plain instanceof Optional<?> maybe) return maybe.map(Json::node).orElseGet(NullNode::getInstance);
        if (plain instanceof Collection<?> all) {
            var array = JsonNodeFactory.instance.arrayNode();
            all.forEach(each -> array.add(node(each)));
            return array;
        }
        if (plain instanceof String text) return TextNode.valueOf(text);
        if (plain instanceof Boolean flag) return BooleanNode.valueOf(flag);
        return mapper().valueToTree(plain);
    }

    /** One for each body: none is shared, so none outlives the connector that it met. */
    private static ObjectMapper mapper() {
        return JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** The value under these names, one inside the other. */
    public Json at(String... path) {
        Json here = this;
        for (String name : path) here = here.child(name);
        return here;
    }

    private Json child(String name) {
        JsonNode exact = node.path(name);
        if (!exact.isMissingNode()) return new Json(exact);
        return keyOf(name).map(key -> new Json(node.path(key))).orElse(NONE);
    }

    private Optional<String> keyOf(String name) {
        return node.has(name)
                ? Optional.of(name)
                : names().stream().filter(name::equalsIgnoreCase).findFirst();
    }

    /** The name is there, be it with null. */
    public boolean has(String name) {
        return keyOf(name).isPresent();
    }

    /** Null, or not there at all. */
    public boolean isNone() {
        return node.isMissingNode() || node.isNull();
    }

    /** There, and null. */
    public boolean isNull() {
        return node.isNull();
    }

    public boolean isList() {
        return node.isArray();
    }

    /** True or false, or a number or a text that means one of them. */
    public boolean isFlag() {
        String text = node.asText("").strip();
        return node.isBoolean() || node.isNumber() || node.isTextual() && text.matches("|true|false");
    }

    /** This value; an object or a list is an IllegalArgumentException. */
    public Json plain() {
        if (node.isContainerNode()) throw new IllegalArgumentException("not a plain value");
        return this;
    }

    public boolean isText() {
        return node.isTextual();
    }

    /** Text or a number, as text; blank is none. */
    public Optional<String> text() {
        String text = node.isBigDecimal() ? node.decimalValue().toPlainString() : node.asText("");
        return node.isValueNode() && !node.isNull() && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    /** None is false. */
    public boolean flag() {
        return node.asBoolean(false);
    }

    public long number(long otherwise) {
        return node.asLong(otherwise);
    }

    /** The members of a list; of anything else, none. */
    public List<Json> items() {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false).map(Json::new).toList()
                : List.of();
    }

    /** The names of an object, in order. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** This object with one more value, or another one, under the name; {@code plain} as in {@link #of}. */
    public Json with(String name, Object plain) {
        ObjectNode copy = node.isObject() ? ((ObjectNode) node).deepCopy() : JsonNodeFactory.instance.objectNode();
        copy.set(keyOf(name).orElse(name), node(plain));
        return new Json(copy);
    }

    public byte[] bytes() {
        try {
            return mapper().writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Json j && j.node.equals(node);
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }

    /** The kind only: values may be personal. */
    @Override
    public String toString() {
        return "Json " + node.getNodeType();
    }
}
