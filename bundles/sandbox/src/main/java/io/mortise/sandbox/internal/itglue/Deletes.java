package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;
import java.util.function.Predicate;

/** Removes a record for good, with everything that is a part of it. */
final class Deletes {
    private static final List<String> HANGING =
            List.of("passwords", "attachments", "related-items", "user-resource-accesses", "group-resource-accesses");

    private final Store store;
    private final Catalog catalog;

    Deletes(Store store, Catalog catalog) {
        this.store = store;
        this.catalog = catalog;
    }

    void delete(String type, Row row) {
        store.delete(type, row.id());
        for (String part : HANGING) {
            deleteWhere(part, other -> Owners.hangsOn(other, type, row.id()));
        }
        deleteWhere("related-items", item -> RelatedItems.leadsTo(item, type, row.id()));
        switch (type) {
            case "organizations" -> deleteAllOf(row.id());
            case "configurations" -> {
                below("configuration-interfaces", "configuration-id", row.id());
                below("rmm-records", "configuration-id", row.id());
            }
            case "documents" -> below("document-sections", "document-id", row.id());
            case "checklists", "checklist-templates" -> below("checklist-tasks", "checklist-id", row.id());
            case "flexible-asset-fields" -> loseTrait(row);
            default -> {}
        }
    }

    private void deleteAllOf(String organization) {
        for (Spec spec : catalog.all().values()) {
            if (spec.attributes().contains("organization-id")) {
                below(spec.type(), "organization-id", organization);
            }
        }
    }

    private void below(String type, String attribute, String id) {
        deleteWhere(type, row -> row.text(attribute).equals(id));
    }

    private void deleteWhere(String type, Predicate<Row> doomed) {
        for (Row row : store.table(type).stream().filter(doomed).toList()) {
            delete(type, row);
        }
    }

    private void loseTrait(Row field) {
        for (Row asset : store.table("flexible-assets").stream().toList()) {
            if (asset.text("flexible-asset-type-id").equals(field.text("flexible-asset-type-id"))) {
                ObjectNode changes = asset.fields().deepCopy();
                changes.withObject("/traits").remove(field.text("name-key"));
                store.update("flexible-assets", asset, changes);
            }
        }
    }
}
