package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import io.mortise.sandbox.internal.world.Crew;
import io.mortise.sandbox.internal.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Puts records of the generated world into the store, with times that only their number decides. */
final class Planter {
    private final Store store;
    private final Catalog catalog;
    private int planted;

    Planter(Store store, Catalog catalog) {
        this.store = store;
        this.catalog = catalog;
    }

    Store store() {
        return store;
    }

    Row add(String type, ObjectNode fields) {
        planted++;
        Instant updated = World.BORN.minusSeconds(planted * 7919L % (200 * 86_400));
        Instant created = updated.minus(Duration.ofDays(planted % 300)).minusSeconds(planted * 37L % 80_000);
        ObjectNode all = Writes.blank(catalog.get(type));
        all.setAll(fields);
        return store.insert(type, all, created, updated);
    }

    static ObjectNode named(String name) {
        return Json.object().put("name", name);
    }

    static ObjectNode of(Row organization) {
        return Json.object().put("organization-id", Long.valueOf(organization.id()));
    }

    /** The fields that make a record a part of another one. */
    static ObjectNode on(ObjectNode fields, String type, Row owner) {
        return fields.put("resource-type", type).put("resource-id", Long.valueOf(owner.id()));
    }

    List<Row> organizations() {
        return store.table("organizations").stream().toList();
    }

    List<Row> of(String type, Row organization) {
        return store.table(type).stream()
                .filter(row -> row.text("organization-id").equals(organization.id()))
                .toList();
    }

    Row user(String name) {
        return store.table("users").stream()
                .filter(row -> row.text("email").equals(Crew.of(name).email()))
                .findFirst()
                .orElseThrow();
    }

    void authorizeGroup(String type, Row row, String name) {
        Row group = store.table("groups").stream()
                .filter(each -> each.text("name").equals(name))
                .findFirst()
                .orElseThrow();
        ObjectNode access = on(Json.object(), type, row).put("accessor-type", "Group");
        long id = Long.parseLong(group.id());
        add("group-resource-accesses", access.put("accessor-id", id).put("group-id", id));
    }

    void authorize(String type, Row row, Row user) {
        ObjectNode access = on(Json.object(), type, row).put("accessor-type", "User");
        long id = Long.parseLong(user.id());
        add("user-resource-accesses", access.put("accessor-id", id).put("user-id", id));
    }
}
