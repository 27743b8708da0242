package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;
import java.util.Locale;

/** Assets that an RMM pushes, and its table of which record is which. A retired asset stays and is inactive. */
final class RmmAssets {
    private static final String ROOT = "/v2/rmm/{integrationType}";
    private static final String MAPPINGS = "rmmmappings";

    private final Office office;
    private final Store store;
    private final Assets assets;
    private final RmmJobs jobs;
    private final RmmAccounts accounts;

    RmmAssets(Office office, Assets assets, RmmJobs jobs, RmmAccounts accounts) {
        this.office = office;
        this.store = office.store();
        this.assets = assets;
        this.jobs = jobs;
        this.accounts = accounts;
    }

    void addTo(Router routes) {
        routes.write("POST", ROOT + "/assets", jobs.each("assets", this::push));
        routes.write("PUT", ROOT + "/assets", jobs.each("assets", this::push));
        routes.write("PUT", ROOT + "/assets/deactivate", jobs.each("assets", this::retire));
        routes.read(ROOT + "/assets/status/{jobId}", office.answered(jobs::shown));
        routes.read(ROOT + "/mappings/{entityType}", office.answered(this::mappings));
        routes.write("POST", ROOT + "/mappings/{entityType}", jobs.each("mappings", this::map));
        routes.write("DELETE", ROOT + "/mappings/{entityType}", jobs.each("mappings", this::unmap));
        routes.read(ROOT + "/mappings/status/{jobId}", office.answered(jobs::shown));
    }

    private static String text(JsonNode item, String name) {
        return Row.text(Fields.read(item, List.of(name)), name);
    }

    private ObjectNode push(Request request, JsonNode item) {
        Row account = accounts.named(Fields.anyCase(item, "organization"));
        String agent = text(item, "agentId").isEmpty() ? text(item, "assetId") : text(item, "agentId");
        ObjectNode fields = Json.object().put("name", text(item, "name")).put("isActive", true);
        fields.put("accountId", Integer.parseInt(account.id()));
        fields.put("accountLocationId", accounts.mainLocation(account));
        fields.put("categoryId", category(item)).put("agentId", agent);
        fields.put("integrationTypeId", RmmInbound.type(request)).put("machineGroupId", text(item, "machineGroupId"));
        for (String part : Fields.names("assetDetails assetNetworkDetails assetMotherboardInfo assetChassisInfo")) {
            fields.setAll(Fields.read(Fields.anyCase(item, part), Fields.ASSET_INPUT));
        }
        Row row = accounts.assetOf(agent)
                .map(found -> store.update(Assets.TABLE, found, fields))
                .orElseGet(() -> assets.insert(fields));
        return done(item, row);
    }

    /** By the kind of the operating system. */
    private int category(JsonNode item) {
        String os = text(Fields.anyCase(item, "assetDetails"), "osInfo") + text(item, "type");
        boolean server = os.toLowerCase(Locale.ROOT).contains("server");
        return new DeskLists(store).id("assetcategories", server ? "Server" : "Workstation");
    }

    private ObjectNode retire(Request request, JsonNode item) {
        String id = text(item, "assetId");
        Row row = accounts.assetOf(id).orElseThrow(() -> Refusal.unknown("Asset", id));
        return done(item, store.update(Assets.TABLE, row, Json.object().put("isActive", false)));
    }

    private ObjectNode done(JsonNode item, Row row) {
        ObjectNode detail = jobs.detail(item).put("assetId", text(item, "assetId"));
        return detail.put("psaAssetId", Integer.parseInt(row.id()));
    }

    private Selection entity(Request request) {
        return Selection.of(Criteria.of(request))
                .keep(row -> row.text("integrationTypeId").equals(Integer.toString(RmmInbound.type(request))))
                .keep(row -> row.text("entityType").equalsIgnoreCase(request.var("entityType")));
    }

    private Response mappings(Request request) {
        Sheet sheet = new Sheet(office.labels(), "externalId psaId");
        return entity(request)
                .ids("ExternalIds", "externalId")
                .ids("PsaIds", "psaId")
                .page(store.table(MAPPINGS).stream(), sheet);
    }

    private ObjectNode map(Request request, JsonNode item) {
        ObjectNode fields = Fields.read(item, Fields.names("externalId psaId"));
        fields.put("entityType", request.var("entityType"));
        store.insert(MAPPINGS, fields.put("integrationTypeId", RmmInbound.type(request)));
        return jobs.detail(item);
    }

    private ObjectNode unmap(Request request, JsonNode item) {
        String id = text(item, "externalId");
        store.table(MAPPINGS).stream()
                .filter(entity(request)
                        .wanted()
                        .and(row -> row.text("externalId").equals(id)))
                .toList()
                .forEach(row -> store.delete(MAPPINGS, row.id()));
        return jobs.detail(item);
    }
}
