package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a stored row into the attributes of an answer: stored ones as they are, the others worked out. */
final class Attributes {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.000'Z'").withZone(ZoneOffset.UTC);
    private static final Set<String> OWN = Set.of(
            "resource-url",
            "created-at",
            "updated-at",
            "configuration-type-kind",
            "organization-short-name",
            "ancestor-ids",
            "formatted-phone",
            "formatted-fax",
            "configurations-count",
            "passwords-count",
            "documents-count",
            "cached-resource-type-name",
            "cached-resource-name",
            "parent-url",
            "otp-enabled",
            "rendered-content",
            "id");

    /** Which table the {@code *-id} and {@code *-name} attributes speak of. */
    static final Map<String, String> REFERENCES = Map.ofEntries(
            Map.entry("organization", "organizations"),
            Map.entry("organization-type", "organization-types"),
            Map.entry("organization-status", "organization-statuses"),
            Map.entry("configuration", "configurations"),
            Map.entry("configuration-type", "configuration-types"),
            Map.entry("configuration-status", "configuration-statuses"),
            Map.entry("contact-type", "contact-types"),
            Map.entry("manufacturer", "manufacturers"),
            Map.entry("model", "models"),
            Map.entry("operating-system", "operating-systems"),
            Map.entry("platform", "platforms"),
            Map.entry("location", "locations"),
            Map.entry("contact", "contacts"),
            Map.entry("region", "regions"),
            Map.entry("country", "countries"),
            Map.entry("parent", "organizations"),
            Map.entry("password-category", "password-categories"),
            Map.entry("password-folder", "password-folders"),
            Map.entry("document-folder", "document-folders"),
            Map.entry("document", "documents"),
            Map.entry("checklist-template", "checklist-templates"),
            Map.entry("assignee", "users"),
            Map.entry("user", "users"),
            Map.entry("flexible-asset-type", "flexible-asset-types"));

    private final Store store;
    private final Counts counts;
    private final Traits traits;
    private final ParentNames parents;

    Attributes(Store store) {
        this.store = store;
        this.counts = new Counts(store);
        this.traits = new Traits(store);
        this.parents = new ParentNames(store);
    }

    /** Whether the server fills this attribute, so that no row holds it. */
    static boolean derived(String attribute) {
        return OWN.contains(attribute) || reference(attribute, "-name").isPresent();
    }

    static Optional<String> reference(String attribute, String suffix) {
        if (!attribute.endsWith(suffix)) {
            return Optional.empty();
        }
        String stem = attribute.substring(0, attribute.length() - suffix.length());
        return Optional.ofNullable(REFERENCES.get(stem));
    }

    /** The table that an {@code *-id} attribute of this type refers to; a parent is always of the child's own type. */
    static String referred(String type, String idAttribute) {
        return idAttribute.equals("parent-id")
                ? type
                : reference(idAttribute, "-id").orElseThrow();
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    ObjectNode of(Spec spec, Row row, String site) {
        ObjectNode attributes = Json.object();
        for (String name : spec.attributes()) {
            attributes.set(name, value(spec, row, name, site));
        }
        return attributes;
    }

    JsonNode value(Spec spec, Row row, String name, String site) {
        return switch (name) {
            case "created-at" -> TextNode.valueOf(time(row.createdAt()));
            case "updated-at" -> TextNode.valueOf(time(row.updatedAt()));
            case "id" -> Json.value(Long.valueOf(row.id()));
            case "resource-url" -> TextNode.valueOf(site + WebPaths.of(spec.type(), row));
            case "configuration-type-kind" -> referred(row, "configuration-type-id", "kind");
            case "organization-short-name" -> referred(row, "organization-id", "short-name");
            case "ancestor-ids" -> parents.ancestors(spec.type(), row);
            case "cached-resource-type-name" -> parents.typeName(row);
            case "cached-resource-name" -> parents.name(row);
            case "parent-url" -> parents.url(row, site);
            case "otp-enabled" -> BooleanNode.valueOf(!row.text("otp-secret").isEmpty());
            case "rendered-content" -> TextNode.valueOf(Sections.safe(row.text("content")));
            case "traits" -> traits.read(row, site);
            case "passwords-count" -> Json.value(counts.of("passwords", "password-category-id", row.id()));
            case "documents-count" -> Json.value(counts.of("documents", "document-folder-id", row.id()));
            case "formatted-phone" -> Phones.formatted(row.text("phone"));
            case "formatted-fax" -> Phones.formatted(row.text("fax"));
            case "configurations-count" -> Json.value(counts.of("configurations", "configuration-type-id", row.id()));
            default -> special(spec, row, name, site);
        };
    }

    private JsonNode special(Spec spec, Row row, String name, String site) {
        if (name.equals("download-url") && spec.type().equals("attachments")) {
            return TextNode.valueOf(site + "/attachments/" + row.id() + "/download");
        }
        if (name.equals("content") && spec.type().equals("documents")) {
            return TextNode.valueOf(parents.text(row));
        }
        boolean task = name.equals("position") && spec.type().equals("checklist-tasks");
        return companionOrStored(row, task ? "order" : name);
    }

    private JsonNode companionOrStored(Row row, String name) {
        if (reference(name, "-name").isPresent()) {
            String stem = name.substring(0, name.length() - "-name".length());
            return referred(row, stem + "-id", "name");
        }
        JsonNode stored = row.get(name);
        return stored.isMissingNode() ? NullNode.instance : stored;
    }

    private JsonNode referred(Row row, String idAttribute, String field) {
        String table = reference(idAttribute, "-id").orElseThrow();
        JsonNode value = store.table(table)
                .find(row.text(idAttribute))
                .map(other -> other.get(field))
                .orElse(NullNode.instance);
        return value.isMissingNode() ? NullNode.instance : value;
    }
}
