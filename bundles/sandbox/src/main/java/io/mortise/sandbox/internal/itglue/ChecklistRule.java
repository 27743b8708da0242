package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;

/** A checklist made from a template takes over its name, its description and its tasks. */
final class ChecklistRule implements Rule {
    private final Store store;

    ChecklistRule(Store store) {
        this.store = store;
    }

    @Override
    public void prepare(ObjectNode attributes) {
        String template = Row.text(attributes, "checklist-template-id");
        store.table("checklist-templates").find(template).ifPresent(row -> {
            for (String name : new String[] {"name", "description"}) {
                if (Row.text(attributes, name).isEmpty()) {
                    attributes.set(name, row.get(name));
                }
            }
        });
    }

    @Override
    public void complete(ObjectNode whole, ObjectNode changes, Caller by) {
        TaskRule.complete(store, whole, changes);
    }

    @Override
    public void follow(Row row, ObjectNode attributes, Writes writes, Caller by) {
        String template = Row.text(attributes, "checklist-template-id");
        boolean made = TaskRule.of(store, row.id()).findAny().isEmpty();
        if (!template.isEmpty() && made) {
            for (Row task : TaskRule.of(store, template).toList()) {
                ObjectNode copy = task.fields().deepCopy();
                store.insert("checklist-tasks", copy.put("checklist-id", Long.valueOf(row.id())));
            }
        }
    }
}
