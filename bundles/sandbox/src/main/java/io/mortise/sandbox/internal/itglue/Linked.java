package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds what is linked to a record under the name of an include. */
final class Linked {
    /** A linked record; its resource is worked out only when it is shown. */
    record Found(String type, String id, Supplier<ObjectNode> resource) {
        ObjectNode link() {
            return Json.object().put("id", id).put("type", type);
        }
    }

    /** By whom and for which answer the links are looked up. */
    record View(Request request, Documents documents, Reach reach) {}

    private final Store store;
    private final Catalog catalog;
    private final RelatedViews related;

    Linked(Store store, Catalog catalog) {
        this.store = store;
        this.catalog = catalog;
        this.related = new RelatedViews(store);
    }

    List<Found> find(Spec spec, Row row, String include, View view) {
        return switch (include) {
            case "adapters-resources" -> adapters(row);
            case "configuration-interfaces", "rmm-records" -> below(include, "configuration-id", row, view);
            case "flexible-asset-fields" -> below(include, "flexible-asset-type-id", row, view);
            case "checklist-tasks" -> below(include, "checklist-id", row, view);
            case "tickets" ->
                below(include, Kind.ofTable(spec.type()).orElseThrow().singular() + "-id", row, view);
            case "passwords", "attachments", "user-resource-accesses", "group-resource-accesses" ->
                seen(
                        include,
                        store.table(include)
                                .with("resource-id", row.id())
                                .filter(each -> Owners.hangsOn(each, spec.type(), row.id())),
                        view);
            case "location" -> seen("locations", store.table("locations").find(row.text("location-id")).stream(), view);
            case "related-items" -> related.find(spec.type(), row, view);
            case "recent-versions" -> versions(row);
            case "ancestors" -> {
                List<String> ids = new ParentNames(store).ids(spec.type(), row);
                yield rows(spec.type(), each -> ids.contains(each.id()), view);
            }
            case "authorized-users" -> rows("users", user -> authorized(spec, row, user), view);
            case "updater" -> rows("users", user -> user.text("name").equals(row.text("updated-by")), view);
            default -> ofGroup(row, include, view);
        };
    }

    private List<Found> ofGroup(Row row, String include, View view) {
        return switch (include) {
            case "users" ->
                rows("users", each -> Reach.texts(row.get("accounts-user-ids")).contains(each.id()), view);
            case "organizations" ->
                rows(
                        "organizations",
                        each -> Reach.texts(row.get("organization-access")).contains(each.id()),
                        view);
            case "resource-type-restrictions" ->
                Reach.texts(row.get("denied-types")).stream()
                        .sorted()
                        .map(type -> restriction(row, type))
                        .toList();
            default -> List.of();
        };
    }

    private static Found restriction(Row group, String type) {
        String id = group.id() + "-" + type;
        return new Found("resource-type-restrictions", id, () -> {
            ObjectNode resource = Json.object().put("id", id).put("type", "resource-type-restrictions");
            resource.putObject("attributes").put("resource-type", type).put("group-id", Long.valueOf(group.id()));
            resource.putObject("relationships");
            return resource;
        });
    }

    private boolean authorized(Spec spec, Row row, Row user) {
        Reach reach = new Reach(store, Callers.user(user));
        return row.flag("restricted") && reach.sees(spec.type(), row);
    }

    private List<Found> below(String type, String attribute, Row row, View view) {
        return seen(type, store.table(type).with(attribute, row.id()), view);
    }

    private List<Found> rows(String type, Predicate<Row> linked, View view) {
        return seen(type, store.table(type).stream().filter(linked), view);
    }

    private List<Found> seen(String type, Stream<Row> rows, View view) {
        return found(type, rows.filter(each -> view.reach().sees(type, each)), view);
    }

    private List<Found> found(String type, Stream<Row> rows, View view) {
        Spec spec = catalog.get(type);
        return rows.map(each -> new Found(type, each.id(), () -> resource(spec, each, view)))
                .toList();
    }

    private static ObjectNode resource(Spec spec, Row row, View view) {
        ObjectNode resource = view.documents().resource(spec, row, view.request(), List.of());
        if (spec.type().equals("rmm-records")) {
            ObjectNode link =
                    Json.object().put("id", row.text("configuration-id")).put("type", "configurations");
            resource.withObject("/relationships").putObject("configuration").set("data", link);
        }
        return resource;
    }

    private static List<Found> versions(Row row) {
        return Versions.resources(row).stream()
                .map(each -> new Found(Versions.FIELD, each.get("id").asText(), () -> each))
                .toList();
    }

    /** The PSA's own id, when its sync holds the record. */
    private static List<Found> adapters(Row row) {
        if (row.text("psa-id").isEmpty()) {
            return List.of();
        }
        return List.of(new Found("adapters-resources", row.id(), () -> {
            ObjectNode resource = Json.object().put("id", row.id()).put("type", "adapters-resources");
            resource.putObject("attributes").put("remote-id", row.text("psa-id"));
            resource.putObject("relationships");
            return resource;
        }));
    }
}
