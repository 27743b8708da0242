package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.Map;

/** The peculiar types. */
final class Rules {
    private static final Rule NONE = new Rule() {};

    private final Map<String, Rule> rules;

    Rules(Store store) {
        Rule names = new JoinedName();
        this.rules = Map.ofEntries(
                Map.entry("contacts", names),
                Map.entry("users", names),
                Map.entry("configurations", new InlineInterfaces()),
                Map.entry("configuration-interfaces", new ValidAddress()),
                Map.entry("groups", new GroupRule()),
                Map.entry("passwords", new PasswordRule(store)),
                Map.entry("password-folders", new FolderRule(store)),
                Map.entry("documents", new DocumentRule(store)),
                Map.entry("document-folders", new FolderRule(store)),
                Map.entry("checklists", new ChecklistRule(store)),
                Map.entry("checklist-tasks", new TaskRule(store)),
                Map.entry("checklist-templates", new TemplateRule()),
                Map.entry("flexible-asset-types", new FlexibleTypeRule()),
                Map.entry("flexible-asset-fields", new FlexibleFieldRule(store)),
                Map.entry("flexible-assets", new FlexibleAssetRule(store)));
    }

    Rule of(String type) {
        return rules.getOrDefault(type, NONE);
    }

    private static final class JoinedName implements Rule {
        @Override
        public void complete(ObjectNode whole, ObjectNode changes, Caller by) {
            if (changes.path("avatar").isObject() && changes.get("avatar").isEmpty()) {
                changes.putNull("avatar");
            }
            changes.put("name", (Row.text(whole, "first-name") + " " + Row.text(whole, "last-name")).trim());
        }
    }

    private static final class TemplateRule implements Rule {
        @Override
        public void complete(ObjectNode whole, ObjectNode changes, Caller by) {
            if (Row.text(whole, "created-by-name").isEmpty()) {
                changes.put("created-by-name", by.name());
            }
        }
    }

    /** An interface's address must be one; a configuration's own is free text. */
    private static final class ValidAddress implements Rule {
        @Override
        public void complete(ObjectNode whole, ObjectNode changes, Caller by) {
            String address = Row.text(changes, "mac-address");
            if (!address.isEmpty() && !address.matches("(?i)[0-9a-f]{2}([:.-]?[0-9a-f]{2}){5}")) {
                throw Refusal.unprocessable("is not a valid MAC address", Values.pointer("mac-address"));
            }
        }
    }

    /** A configuration can be made together with its interfaces. */
    private static final class InlineInterfaces implements Rule {
        @Override
        public void follow(Row row, ObjectNode attributes, Writes writes, Caller by) {
            for (JsonNode item : Bodies.related(attributes, "configuration-interfaces")) {
                ObjectNode made = Bodies.kebab(item.path("attributes"));
                made.set("configuration-id", Json.value(Long.valueOf(row.id())));
                writes.create("configuration-interfaces", made, by);
            }
        }
    }
}
