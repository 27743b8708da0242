package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.Set;

/** Scopes, which say what a user sees, and roles, which say what a user may do. */
final class Rights {
    private final Store store;

    Rights(Store store) {
        this.store = store;
    }

    void addTo(Router routes, String base) {
        kind(routes, base + "/system/scopes", "scopes", "Scope");
        kind(routes, base + "/system/roles", "roles", "Role");
        String scope = base + "/system/scopes/{id}";
        routes.write("PUT", scope + "/orgs/{member}", Refusal.answered(r -> admit(r, "orgs", "Orgs")));
        routes.write(
                "PUT",
                scope + "/machinegroups/{member}",
                Refusal.answered(r -> admit(r, "machinegroups", "MachineGroups")));
        routes.write(
                "PUT", scope + "/users/{member}", Refusal.answered(r -> give(r, "scopes", "Scope", Access.SCOPES)));
        routes.write(
                "PUT",
                base + "/system/roles/{id}/users/{member}",
                Refusal.answered(r -> give(r, "roles", "Role", Access.ROLES)));
    }

    private void kind(Router routes, String path, String table, String kind) {
        routes.read(
                path,
                Refusal.answered(r -> Pages.of(r, store.table(table).stream().map(row -> view(row, kind)))));
        routes.write("POST", path, Refusal.answered(r -> create(r, table, kind)));
        routes.write("DELETE", path + "/{id}", Refusal.answered(r -> delete(r, table, kind)));
    }

    private static ObjectNode view(Row row, String kind) {
        ObjectNode view = Json.object().put(kind + "Id", row.id()).put(kind + "Name", row.text(kind + "Name"));
        if (kind.equals("Role")) {
            view.set("RoleTypeIds", row.get("RoleTypeIds").isMissingNode() ? Json.array() : row.get("RoleTypeIds"));
        }
        return view.putNull("Attributes");
    }

    private Row find(Request request, String table, String kind) {
        return store.table(table).find(request.var("id")).orElseThrow(() -> Refusal.unknown(kind));
    }

    private Response create(Request request, String table, String kind) {
        ObjectNode body = request.jsonObject();
        if (Row.text(body, kind + "Name").isBlank()) {
            throw new Refusal(400, "The " + kind + "Name field is required.");
        }
        return Envelope.result(TextNode.valueOf(
                store.insert(table, body.retain(kind + "Name", "RoleTypeIds")).id()));
    }

    private Response delete(Request request, String table, String kind) {
        store.delete(table, find(request, table, kind).id());
        return Response.empty(204);
    }

    private Response admit(Request request, String members, String field) {
        Row scope = find(request, "scopes", "Scope");
        if (store.table(members).find(request.var("member")).isEmpty()) {
            throw Refusal.unknown(members.equals("orgs") ? "Org" : "Machine group");
        }
        ArrayNode ids = Json.array();
        scope.get(field).forEach(ids::add);
        ObjectNode change = Json.object();
        change.set(field, ids.add(request.var("member")));
        store.update("scopes", scope, change);
        return Envelope.done();
    }

    private Response give(Request request, String table, String kind, String field) {
        String id = find(request, table, kind).id();
        Row user = store.table("users").find(request.var("member")).orElseThrow(() -> Refusal.unknown("User"));
        Set<String> ids = Access.ids(user, field);
        ArrayNode all = Json.array();
        ids.forEach(all::add);
        ObjectNode change = Json.object();
        change.set(field, ids.contains(id) ? all : all.add(id));
        store.update("users", user, change);
        return Envelope.done();
    }
}
