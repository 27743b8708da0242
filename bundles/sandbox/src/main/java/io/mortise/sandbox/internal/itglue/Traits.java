package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The values of a flexible asset: kept as written, read with what tags point to. */
final class Traits {
    private static final Map<String, String> TAGGED = Map.of(
            "AccountsUsers", "users",
            "ChecklistTemplates", "checklist-templates",
            "SslCertificates", "ssl-certificates");

    private final Store store;

    Traits(Store store) {
        this.store = store;
    }

    List<Row> fields(String type) {
        return store.table("flexible-asset-fields")
                .with("flexible-asset-type-id", type)
                .sorted(Comparator.comparingLong(row -> row.get("order").asLong()))
                .toList();
    }

    JsonNode read(Row asset, String site) {
        ObjectNode read = Json.object();
        for (Row field : fields(asset.text("flexible-asset-type-id"))) {
            String key = field.text("name-key");
            JsonNode value = asset.get("traits").path(key);
            if (!value.isMissingNode()) {
                read.set(key, read(field, value, site));
            }
        }
        return read;
    }

    private JsonNode read(Row field, JsonNode value, String site) {
        return switch (field.text("kind")) {
            case "Tag" -> tag(field.text("tag-type"), value, site);
            case "Upload" -> Json.object().put("name", value.path("file_name").asText());
            case "Password" -> value.isNull() ? value : TextNode.valueOf("********");
            default -> value;
        };
    }

    private ObjectNode tag(String tagType, JsonNode ids, String site) {
        String table = table(tagType);
        ArrayNode values = Json.array();
        for (JsonNode id : ids.isArray() ? ids : Json.array().add(ids)) {
            store.table(table).find(id.asText()).ifPresent(row -> values.add(tagged(table, row, site)));
        }
        ObjectNode tag = Json.object().put("type", tagType);
        tag.set("values", values);
        return tag;
    }

    private ObjectNode tagged(String table, Row row, String site) {
        ObjectNode value = Json.object().put("id", Long.valueOf(row.id())).put("name", row.text("name"));
        JsonNode organization = store.table("organizations")
                .find(row.text("organization-id"))
                .map(found -> found.get("name"))
                .orElse(NullNode.instance);
        value.set("organization-name", organization);
        return value.put("resource-url", site + WebPaths.of(table, row));
    }

    static String table(String tagType) {
        if (tagType.startsWith("FlexibleAssetType")) {
            return "flexible-assets";
        }
        return TAGGED.getOrDefault(tagType, tagType.toLowerCase(java.util.Locale.ROOT));
    }

    /** The title of an asset: the values of the fields that are used for it. */
    String title(String type, JsonNode traits) {
        String title = fields(type).stream()
                .filter(field -> field.flag("use-for-title"))
                .map(field -> Row.text(traits, field.text("name-key")))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return title.isEmpty() ? "Untitled" : title;
    }
}
