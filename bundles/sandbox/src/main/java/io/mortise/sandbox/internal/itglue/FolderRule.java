package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;

/** Folders stay within their organization, and only empty ones are deleted. */
final class FolderRule implements Rule {
    private final Counts counts;
    private final Store store;

    FolderRule(Store store) {
        this.store = store;
        this.counts = new Counts(store);
    }

    @Override
    public void complete(ObjectNode whole, ObjectNode changes, Caller by) {
        String parent = Row.text(changes, "parent-id");
        String type = List.of("password-folders", "document-folders").stream()
                .filter(table -> store.table(table).find(parent).isPresent())
                .findFirst()
                .orElse("");
        if (!type.isEmpty()) {
            new SameOrganization(store).check(type, "parent-id", whole);
        }
    }

    @Override
    public void mayDelete(Row row) {
        long inside = counts.of("password-folders", "parent-id", row.id())
                + counts.of("passwords", "password-folder-id", row.id());
        if (inside > 0) {
            throw Refusal.unprocessable("has children or passwords", "id");
        }
    }
}
