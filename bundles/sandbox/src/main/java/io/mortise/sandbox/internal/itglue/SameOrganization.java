package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;

/** A record and its folder belong to one organization. */
record SameOrganization(Store store) {
    static final String MUST = "must exist in the same organization";

    void check(String table, String attribute, ObjectNode whole) {
        String id = Row.text(whole, attribute);
        boolean elsewhere = !id.isEmpty()
                && store.table(table)
                        .find(id)
                        .filter(row -> row.text("organization-id").equals(Row.text(whole, "organization-id")))
                        .isEmpty();
        if (elsewhere) {
            throw Refusal.unprocessable(
                    MUST, Values.pointer(attribute.substring(0, attribute.length() - "-id".length())));
        }
    }
}
