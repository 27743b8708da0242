package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.Optional;

/** A password is embedded by a known display name and an id together; with anything else it is a general one. */
final class PasswordRule implements Rule {
    private final Store store;
    private final Owners owners;
    private final SameOrganization place;

    PasswordRule(Store store) {
        this.store = store;
        this.owners = new Owners(store);
        this.place = new SameOrganization(store);
    }

    @Override
    public void complete(ObjectNode whole, ObjectNode changes, Caller by) {
        if (changes.hasNonNull("resource-type") || changes.hasNonNull("resource-id")) {
            embed(whole, changes, by);
        }
        place.check("password-folders", "password-folder-id", whole);
        changes.put("updated-by", by.name()).put("updated-by-type", "User");
        boolean dated = changes.hasNonNull("password-updated-at");
        if (changes.has("password") && !dated) {
            changes.put("password-updated-at", Attributes.time(store.now()));
        }
    }

    private void embed(ObjectNode whole, ObjectNode changes, Caller by) {
        String written = Row.text(changes, "resource-type");
        String id = Row.text(changes, "resource-id");
        Optional<String> table = table(written, by);
        if (table.isEmpty() || id.isEmpty()) {
            changes.putNull("resource-type").putNull("resource-id");
            return;
        }
        Row owner = owners.find(table.get(), id)
                .map(Owners.Owner::row)
                .orElseThrow(() -> Refusal.unprocessable("must exist", Values.pointer("resource")));
        if (!owner.text("organization-id").equals(Row.text(whole, "organization-id"))) {
            throw Refusal.unprocessable(SameOrganization.MUST, Values.pointer("resource"));
        }
        changes.put("resource-type", table.get()).put("resource-id", Long.valueOf(id));
    }

    private static Optional<String> table(String written, Caller by) {
        Optional<String> table =
                Kind.ofDisplay(written).filter(Kind::takesPasswords).map(Kind::table);
        boolean stored = by == Caller.PERSON && (Kind.ofTable(written).isPresent() || written.equals(Owners.TRAITS));
        return stored ? Optional.of(written) : table;
    }

    /** A category may be named with the password and is made when it is new. */
    @Override
    public void prepare(ObjectNode attributes) {
        JsonNode category =
                attributes.path(Bodies.RELATIONSHIPS).path("password-category").path("data");
        String name = Row.text(category.path("attributes"), "name");
        if (!name.isEmpty()) {
            attributes.put("password-category-id", category(name));
        }
    }

    private long category(String name) {
        return store.table("password-categories").stream()
                .filter(row -> row.text("name").equals(name))
                .findFirst()
                .map(row -> Long.parseLong(row.id()))
                .orElseGet(() -> Long.parseLong(
                        store.insert("password-categories", Json.object().put("name", name))
                                .id()));
    }
}
