package io.mortise.sandbox.internal.itglue;

import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The record that another one is a part of, whose permissions are the only ones that count. */
final class Owners {
    static final String TRAITS = "flexible-asset-traits";

    private static final Map<String, Map.Entry<String, String>> BY_ATTRIBUTE = Map.of(
            "configuration-interfaces", Map.entry("configurations", "configuration-id"),
            "rmm-records", Map.entry("configurations", "configuration-id"),
            "document-sections", Map.entry("documents", "document-id"),
            "checklist-tasks", Map.entry("checklists", "checklist-id"));
    private static final Set<String> ANYWHERE = Set.of("passwords", "attachments", "related-items");

    record Owner(String type, Row row) {}

    private final Store store;

    Owners(Store store) {
        this.store = store;
    }

    Optional<Owner> of(String type, Row row) {
        if (BY_ATTRIBUTE.containsKey(type)) {
            Map.Entry<String, String> owner = BY_ATTRIBUTE.get(type);
            return find(owner.getKey(), row.text(owner.getValue()));
        }
        return ANYWHERE.contains(type) ? find(row.text("resource-type"), row.text("resource-id")) : Optional.empty();
    }

    Optional<Owner> find(String resourceType, String id) {
        String table = resourceType.equals(TRAITS) ? "flexible-assets" : resourceType;
        return store.has(table) ? store.table(table).find(id).map(row -> new Owner(table, row)) : Optional.empty();
    }

    /** Whether the row hangs on this record. */
    static boolean hangsOn(Row row, String type, String id) {
        String there = row.text("resource-type");
        boolean same = there.equals(type) || (there.equals(TRAITS) && type.equals("flexible-assets"));
        return same && row.text("resource-id").equals(id);
    }
}
