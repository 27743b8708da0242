package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.Iterator;
import java.util.Set;

/** What IT Glue's own sync with the PSA forbids. */
final class Synced {
    private static final String STATE = "psa-integration";
    private static final Set<String> ADDRESS = Set.of("primary", "ip-address", "mac-address");

    private Synced() {}

    static boolean holds(Row row) {
        return row.text(STATE).equals("enabled") || row.flag("synced");
    }

    static void mayChange(Store store, Spec spec, Row row, ObjectNode changes) {
        boolean part = spec.type().equals("configuration-interfaces")
                && store.table("configurations")
                        .find(row.text("configuration-id"))
                        .filter(Synced::holds)
                        .isPresent();
        if (new Settings(store).twoWaySync() || !holds(row) && !(part && row.flag("primary"))) {
            return;
        }
        for (Iterator<String> names = changes.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            boolean free = part ? !ADDRESS.contains(name) : spec.whenSynced().contains(name);
            if (!free && !changes.get(name).equals(row.get(name))) {
                throw Refusal.unprocessable("can't be changed on a synced record", Values.pointer(name));
            }
        }
    }

    static void mayDelete(Row row) {
        if (holds(row) && Guesses.SYNCED_RECORDS_STAY) {
            throw Refusal.unprocessable("can't be deleted while it is synced", "id");
        }
    }

    /** When the PSA loses its record, IT Glue keeps its own as an orphan. */
    static void orphan(Row row, ObjectNode changes) {
        boolean lost = changes.has("psa-id") && changes.get("psa-id").isNull();
        if (lost && holds(row) && !changes.has(STATE)) {
            changes.put(STATE, "orphaned");
        }
    }
}
