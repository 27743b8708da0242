package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;

/** Agents, their audits, and assets. */
final class Agents {
    static final String COMPUTER_TYPE = "1";

    private final Store store;
    private final Views views;
    private final Access access;
    private final Pages.Named agents;
    private final Pages.Named audits;

    Agents(Store store, Views views, Access access) {
        this.store = store;
        this.views = views;
        this.access = access;
        this.agents = new Pages.Named(store, "AgentName", views::agentName, views::agent);
        this.audits = new Pages.Named(store, "DisplayName", views::agentName, views::audit);
    }

    private Response list(Pages.Named list, Request request) {
        return list.of(
                request,
                access.who(request),
                () -> store.table("agents").stream().filter(access.sees(request)));
    }

    void addTo(Router routes, String base) {
        String root = base + "/assetmgmt";
        routes.read(root + "/agents", Refusal.answered(r -> list(agents, r)));
        routes.read(root + "/agents/{agentId}", Refusal.answered(r -> Envelope.result(views.agent(agent(r)))));
        routes.write("PUT", root + "/agents/{agentId}/rename/{newName}", Refusal.answered(this::rename));
        routes.write("DELETE", root + "/agents/{agentId}/{uninstallFirst}", Refusal.answered(this::deleteAgent));
        routes.read(root + "/audit", Refusal.answered(r -> list(audits, r)));
        routes.read(root + "/audit/{agentId}/summary", Refusal.answered(r -> Envelope.result(views.audit(agent(r)))));
        routes.read(root + "/audit/{agentId}/hardware/diskvolumes", Refusal.answered(this::disks));
        routes.read(root + "/audit/{agentId}/hardware/purchaseandwarrantyexpire", Refusal.answered(this::dates));
        routes.write(
                "PUT", root + "/audit/{agentId}/hardware/purchaseandwarrantyexpire", Refusal.answered(this::putDates));
        routes.read(
                root + "/assets",
                Refusal.answered(r -> Pages.of(
                        r, store.table("assets").stream().filter(access.sees(r)).map(views::asset))));
        routes.read(
                root + "/assets/getassetbyid/{assetId}", Refusal.answered(r -> Envelope.result(views.asset(asset(r)))));
        routes.read(root + "/assets/{assetId}/agentaudit", Refusal.answered(this::auditOfAsset));
        routes.read(root + "/assets/{assetId}", Refusal.answered(r -> Envelope.result(views.asset(asset(r)))));
        routes.write("DELETE", root + "/assets/{assetId}", Refusal.answered(this::deleteAsset));
        routes.read(
                root + "/assettypes",
                Refusal.answered(r ->
                        Pages.of(r, store.table("assettypes").stream().map(row -> {
                            ObjectNode type = Json.object().put("AssetTypeId", row.id());
                            type.setAll(row.fields());
                            return type;
                        }))));
    }

    Row agent(Request request) {
        return access.require(request, store.table("agents").find(request.var("agentId")), "Agent");
    }

    private Row asset(Request request) {
        return access.require(request, store.table("assets").find(request.var("assetId")), "Asset");
    }

    private Response auditOfAsset(Request request) {
        Row agent =
                store.table("agents").find(asset(request).text("AgentId")).orElseThrow(() -> Refusal.unknown("Agent"));
        return Envelope.result(views.audit(agent));
    }

    private Response rename(Request request) {
        store.update("agents", agent(request), Json.object().put("ComputerName", request.var("newName")));
        return Response.empty(204);
    }

    private Response deleteAgent(Request request) {
        delete(agent(request));
        return Response.empty(204);
    }

    /** The agent goes with its asset. */
    void delete(Row agent) {
        store.delete("agents", agent.id());
        for (Row asset : store.table("assets").stream().toList()) {
            if (asset.text("AgentId").equals(agent.id())) {
                store.delete("assets", asset.id());
            }
        }
    }

    private Response deleteAsset(Request request) {
        store.delete("assets", asset(request).id());
        return Response.empty(204);
    }

    private Response disks(Request request) {
        Row agent = agent(request);
        ObjectNode disk = Json.object().put("Drive", "C").put("Type", "Fixed").put("Format", "NTFS");
        long total = agent.get("TotalSize").asLong();
        long free = agent.get("FreeSpace").asLong();
        disk.put("FreeMBytes", free)
                .put("UsedMBytes", total - free)
                .put("TotalMBytes", total)
                .put("Label", "OS");
        return Envelope.page(Json.array().add(disk), 1);
    }

    private Response dates(Request request) {
        Row agent = agent(request);
        ObjectNode dates = Json.object();
        dates.set("PurchaseDate", agent.get("PurchaseDate"));
        dates.set("WarrantyExpireDate", agent.get("WarrantyExpireDate"));
        return Envelope.result(dates);
    }

    private Response putDates(Request request) {
        ObjectNode body = request.jsonObject();
        body.retain("PurchaseDate", "WarrantyExpireDate");
        store.update("agents", agent(request), body);
        return Response.empty(204);
    }

    /** A new agent reports in: it gets an asset at once. */
    Row insert(ObjectNode fields) {
        for (String name : Views.FACTS) {
            if (!fields.has(name)) {
                fields.putNull(name);
            }
        }
        Row agent = store.insert("agents", fields);
        ObjectNode asset = Json.object().put("AgentId", agent.id()).put("AssetTypeId", COMPUTER_TYPE);
        asset.put("OrgId", Row.text(fields, "OrgId")).put("AssetName", Row.text(fields, "ComputerName"));
        store.insert("assets", asset);
        return agent;
    }
}
