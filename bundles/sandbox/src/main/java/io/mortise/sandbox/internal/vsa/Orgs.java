package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;

/** Organizations and machine groups, and the answers about the server itself. */
final class Orgs {
    private final Store store;
    private final Views views;
    private final Access access;

    Orgs(Store store, Views views, Access access) {
        this.store = store;
        this.views = views;
        this.access = access;
    }

    void addTo(Router routes, String base) {
        String orgs = base + "/system/orgs";
        routes.read(
                orgs,
                Refusal.answered(r -> Pages.of(
                        r, store.table("orgs").stream().filter(access.sees(r)).map(views::org))));
        routes.read(orgs + "/types", Refusal.answered(request -> types()));
        routes.read(orgs + "/{orgId}", Refusal.answered(request -> Envelope.result(views.org(org(request)))));
        routes.write("POST", orgs, Refusal.answered(this::create));
        routes.write("PUT", orgs + "/{orgId}", Refusal.answered(this::put));
        routes.write("DELETE", orgs + "/{orgId}", Refusal.answered(this::delete));
        routes.read(orgs + "/{orgId}/machinegroups", Refusal.answered(this::groupsOfOrg));
        routes.read(
                base + "/system/machinegroups",
                Refusal.answered(r -> Pages.of(
                        r,
                        store.table("machinegroups").stream()
                                .filter(access.sees(r))
                                .map(row -> views.group(row.id(), row)))));
        routes.read(base + "/tenant", Refusal.answered(request -> tenant()));
        routes.read(base + "/echo", Refusal.answered(request -> Envelope.result(TextNode.valueOf("echo"))));
    }

    private Row org(Request request) {
        return access.require(request, store.table("orgs").find(request.var("orgId")), "Org");
    }

    private static Response types() {
        ObjectNode type = Json.object().put("OrgTypeId", "1").put("OrgTypeName", "Customer");
        return Envelope.page(Json.array().add(type), 1);
    }

    private Response groupsOfOrg(Request request) {
        Row org = org(request);
        return Pages.of(
                request,
                store.table("machinegroups").stream()
                        .filter(row -> row.text("OrgId").equals(org.id()))
                        .map(row -> views.group(row.id(), row)));
    }

    private Response create(Request request) {
        return Envelope.result(TextNode.valueOf(insert(request.jsonObject()).id()));
    }

    Row insert(ObjectNode body) {
        for (String name : List.of("OrgName", "OrgRef")) {
            if (Row.text(body, name).isBlank()) {
                throw new Refusal(400, "The " + name + " field is required.");
            }
        }
        String ref = Row.text(body, "OrgRef");
        if (store.table("orgs").stream().anyMatch(row -> row.text("OrgRef").equalsIgnoreCase(ref))) {
            throw new Refusal(400, "Org reference " + ref + " already exists");
        }
        ObjectNode fields = Json.object();
        for (String name : Views.ORG) {
            fields.set(name, body.has(name) ? body.get(name) : null);
        }
        if (!body.has("DefaultMachineGroupName")) {
            fields.put("DefaultMachineGroupName", "root").put("DefaultDepartmentName", "root");
        }
        Row org = store.insert("orgs", fields);
        String name = Row.text(fields, "DefaultMachineGroupName") + "." + ref;
        ObjectNode group = Json.object().put("MachineGroupName", name).put("OrgId", org.id());
        store.insert("machinegroups", group.putNull("ParentMachineGroupId"));
        return org;
    }

    private Response put(Request request) {
        ObjectNode body = request.jsonObject();
        if (Row.text(body, "OrgRef").isBlank()) {
            throw new Refusal(400, "The OrgRef field is required.");
        }
        body.retain(Views.ORG);
        store.update("orgs", org(request), body);
        return Envelope.result(TextNode.valueOf(request.var("orgId")));
    }

    private Response delete(Request request) {
        String id = org(request).id();
        deleteWhole(id);
        return Response.empty(204);
    }

    /** With its groups, agents and assets. */
    void deleteWhole(String orgId) {
        store.delete("orgs", orgId);
        for (String child : List.of("machinegroups", "agents", "assets", "departments", "staff")) {
            for (Row row : store.table(child).stream().toList()) {
                if (row.text("OrgId").equals(orgId)) {
                    store.delete(child, row.id());
                }
            }
        }
    }

    private static Response tenant() {
        ObjectNode tenant = Json.object().put("Id", "1").put("Ref", "sandbox").put("Type", "Customer");
        return Envelope.result(tenant.put("TimeZoneOffset", 0).putNull("Attributes"));
    }
}
