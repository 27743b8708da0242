package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.Comparator;
import java.util.stream.Stream;

/** Tasks of a checklist or of a template; order 0 appends. */
final class TaskRule implements Rule {
    private final Store store;

    TaskRule(Store store) {
        this.store = store;
    }

    static Stream<Row> of(Store store, String checklist) {
        return store.table("checklist-tasks")
                .with("checklist-id", checklist)
                .sorted(Comparator.comparingLong(row -> row.get("order").asLong()));
    }

    @Override
    public void complete(ObjectNode whole, ObjectNode changes, Caller by) {
        String checklist = Row.text(whole, "checklist-id");
        boolean known = Stream.of("checklists", "checklist-templates")
                .anyMatch(table -> store.table(table).find(checklist).isPresent());
        if (!known) {
            throw Refusal.unprocessable("must exist", Values.pointer("checklist"));
        }
        changes.put("checklist-id", Long.valueOf(checklist));
        if (whole.path("order").asLong(0) == 0) {
            changes.put("order", last(checklist) + 1);
        }
        complete(store, whole, changes);
    }

    private long last(String checklist) {
        return of(store, checklist)
                .mapToLong(row -> row.get("order").asLong())
                .max()
                .orElse(0);
    }

    /** The time of completion follows the tick. */
    static void complete(Store store, ObjectNode whole, ObjectNode changes) {
        boolean done = whole.path("completed").asBoolean(false);
        if (!changes.hasNonNull("completed") && !done) {
            changes.put("completed", false);
        }
        String at = Row.text(whole, "completed-at");
        changes.put("completed-at", !done ? null : at.isEmpty() ? Attributes.time(store.now()) : at);
    }
}
