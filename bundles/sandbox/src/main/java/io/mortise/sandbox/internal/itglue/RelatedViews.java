package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import io.mortise.sandbox.internal.state.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Related items as either end sees them: what a record reads of a link is the record at its other end. */
final class RelatedViews {
    private final Store store;

    RelatedViews(Store store) {
        this.store = store;
    }

    List<Linked.Found> find(String type, Row row, Linked.View view) {
        List<Linked.Found> found = new ArrayList<>();
        for (Row item : touching(row.id())) {
            boolean source = Owners.hangsOn(item, type, row.id());
            if (source || RelatedItems.leadsTo(item, type, row.id())) {
                other(item, source)
                        .filter(end -> view.reach().sees(end.type(), end.row()))
                        .ifPresent(end -> found.add(new Linked.Found(
                                "related-items",
                                item.id(),
                                () -> resource(item, end, view.request().site()))));
            }
        }
        found.addAll(tags(type, row, view));
        return found;
    }

    /** Of any type: ids are each type's own. */
    private List<Row> touching(String id) {
        Table items = store.table("related-items");
        return Stream.concat(items.with("resource-id", id), items.with("destination-id", id))
                .distinct()
                .sorted(Comparator.comparing(item -> Long.valueOf(item.id())))
                .toList();
    }

    private Optional<Owners.Owner> other(Row item, boolean fromSource) {
        String end = fromSource ? "destination" : "resource";
        return new Owners(store).find(item.text(end + "-type"), item.text(end + "-id"));
    }

    ObjectNode fromSource(Row item, String site) {
        return resource(item, other(item, true).orElseThrow(), site);
    }

    private static ObjectNode resource(Row item, Owners.Owner end, String site) {
        ObjectNode resource = Json.object().put("id", item.id()).put("type", "related-items");
        ObjectNode attributes = attributes(end, site);
        attributes.set("notes", item.get("notes"));
        resource.set("attributes", attributes);
        resource.putObject("relationships");
        return resource;
    }

    private static ObjectNode attributes(Owners.Owner end, String site) {
        Kind kind = Kind.ofTable(end.type()).orElseThrow();
        ObjectNode attributes =
                Json.object().put("resource-id", Long.valueOf(end.row().id()));
        attributes.put("resource-url", site + WebPaths.of(end.type(), end.row()));
        attributes.put("resource-type-name", kind.display()).put("asset-type", kind.singular());
        attributes.put("name", end.row().text("name"));
        attributes.set("notes", NullNode.instance);
        attributes.put("archived", end.row().flag("archived"));
        attributes.putObject("related-resource-attributes");
        return attributes;
    }

    /** A flexible asset that names this record in a field shows up too, as another type. */
    private List<Linked.Found> tags(String type, Row row, Linked.View view) {
        List<Linked.Found> found = new ArrayList<>();
        Map<String, List<Row>> fields = new HashMap<>();
        for (Row asset : store.table("flexible-assets").stream().toList()) {
            for (Row field : fields.computeIfAbsent(
                    asset.text("flexible-asset-type-id"), kind -> new Traits(store).fields(kind))) {
                if (tagged(field, asset, type, row.id()) && view.reach().sees("flexible-assets", asset)) {
                    String id = asset.id() + field.id().substring(field.id().length() - 2);
                    found.add(new Linked.Found("tags", id, () -> tag(id, field, asset, view)));
                }
            }
        }
        return found;
    }

    private static boolean tagged(Row field, Row asset, String type, String id) {
        var value = asset.get("traits").path(field.text("name-key"));
        return field.text("kind").equals("Tag")
                && Traits.table(field.text("tag-type")).equals(type)
                && (value.isArray()
                        ? Reach.texts(value).contains(id)
                        : value.asText().equals(id));
    }

    private static ObjectNode tag(String id, Row field, Row asset, Linked.View view) {
        ObjectNode resource = Json.object().put("id", id).put("type", "tags");
        Owners.Owner end = new Owners.Owner("flexible-assets", asset);
        resource.set("attributes", attributes(end, view.request().site()).put("tagged-from", field.text("name")));
        resource.putObject("relationships");
        return resource;
    }
}
