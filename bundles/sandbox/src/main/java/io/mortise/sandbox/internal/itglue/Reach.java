package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What one caller can see and change: role, organizations, denied types and the lists of restricted records. */
final class Reach {
    private static final Set<String> MANAGED =
            Set.of("flexible-asset-types", "flexible-asset-fields", "users", "groups", "exports");

    private final Store store;
    private final Owners owners;
    private final Caller caller;
    private final Set<String> groups = new HashSet<>();
    private final Set<String> organizations = new HashSet<>();
    private final Set<String> denied = new HashSet<>();
    private boolean everywhere = true;

    Reach(Store store, Caller caller) {
        this.store = store;
        this.owners = new Owners(store);
        this.caller = caller;
        if (caller.isUser() && !caller.isAdministrator()) {
            store.table("users").find(caller.id()).ifPresent(this::limit);
        }
    }

    /** Access is the sum of what the user has and what the user's groups have; the strictest denial wins. */
    private void limit(Row user) {
        everywhere = user.flag("all-organizations");
        addAll(organizations, user.get("organization-access"));
        store.table("groups").stream()
                .filter(group -> texts(group.get("accounts-user-ids")).contains(user.id()))
                .forEach(group -> {
                    groups.add(group.id());
                    addAll(organizations, group.get("organization-access"));
                    addAll(denied, group.get("denied-types"));
                });
    }

    static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        addAll(texts, array);
        return texts;
    }

    private static void addAll(Set<String> texts, JsonNode array) {
        array.forEach(each -> texts.add(each.asText()));
    }

    Caller caller() {
        return caller;
    }

    boolean sees(String type, Row row) {
        if (!caller.isUser() || caller.isAdministrator()) {
            return true;
        }
        if (denied.contains(type) || !inOffice(type, row)) {
            return false;
        }
        Optional<Owners.Owner> owner = owners.of(type, row);
        if (owner.isPresent()) {
            return sees(owner.get().type(), owner.get().row());
        }
        String organization = type.equals("organizations") ? row.id() : row.text("organization-id");
        boolean inside = organization.isEmpty() || reaches(organization);
        return inside && (!row.flag("restricted") || listed(type, row));
    }

    boolean reaches(String organization) {
        return everywhere || organizations.contains(organization);
    }

    private boolean inOffice(String type, Row row) {
        return switch (type) {
            case "logs", "user-metrics" -> caller.may(Role::manages);
            case "groups" -> caller.may(Role::manages) && groups.contains(row.id());
            case "exports" -> false;
            default -> true;
        };
    }

    private boolean listed(String type, Row row) {
        return store.table("user-resource-accesses")
                        .with("resource-id", row.id())
                        .anyMatch(each -> concerns(each, type, row)
                                && each.text("user-id").equals(caller.id()))
                || store.table("group-resource-accesses")
                        .with("resource-id", row.id())
                        .anyMatch(each -> concerns(each, type, row) && groups.contains(each.text("group-id")));
    }

    private static boolean concerns(Row access, String type, Row row) {
        return access.text("resource-type").equals(type)
                && access.text("resource-id").equals(row.id());
    }

    void mustSee(String type, Row row) {
        if (!sees(type, row)) {
            throw Refusal.unauthorized();
        }
    }

    void mustCreate(String type, ObjectNode attributes) {
        boolean placed = type.equals("organizations")
                ? everywhere
                : !attributes.has("organization-id") || reaches(Row.text(attributes, "organization-id"));
        must(Role::writes, type, placed && !type.equals("groups"));
    }

    void mustChange(String type, Row row, ObjectNode attributes) {
        mustSee(type, row);
        boolean stays = !attributes.has("organization-id") || reaches(Row.text(attributes, "organization-id"));
        boolean above = type.equals("users")
                && Role.of(row.text("role-name")) == Role.ADMINISTRATOR
                && !caller.isAdministrator();
        must(Role::writes, type, stays && (!above || !caller.isUser()));
    }

    void mustDelete(String type, Row row) {
        mustSee(type, row);
        must(Role::deletes, type, true);
    }

    private void must(Predicate<Role> right, String type, boolean placed) {
        if (caller.isUser() && !caller.isAdministrator()) {
            boolean allowed = caller.may(right) && (!MANAGED.contains(type) || caller.may(Role::manages));
            if (!allowed || !placed || denied.contains(type)) {
                throw Refusal.unauthorized();
            }
        }
    }
}
