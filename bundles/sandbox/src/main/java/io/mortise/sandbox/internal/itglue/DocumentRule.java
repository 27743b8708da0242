package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;

/** A new document is an empty draft: its content comes with its sections, whatever the request says. */
final class DocumentRule implements Rule {
    private final SameOrganization place;

    DocumentRule(Store store) {
        this.place = new SameOrganization(store);
    }

    @Override
    public void complete(ObjectNode whole, ObjectNode changes, Caller by) {
        place.check("document-folders", "document-folder-id", whole);
        if (Row.text(whole, "published").isEmpty()) {
            changes.put("published", false).put("draft", true);
        }
    }
}
