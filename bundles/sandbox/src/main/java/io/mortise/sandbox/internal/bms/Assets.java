package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;
import java.util.stream.Stream;

/** Hardware assets: a search with few columns, one by one in full, written only as a whole. */
final class Assets {
    static final String TABLE = "hardwareassets";
    private static final String ROOT = "/v2/servicedesk/hardwareasset";
    /** Filters that need more than what is stored with an asset. */
    private static final List<String> OF_VIEWS = List.of(
            "CategoryIds", "AccountId", "ContactId", "MachineGroupId", "LocationName", "IPAddress", "ContactName");

    private final Store store;
    private final Views views;
    private final Records records;

    Assets(Store store, Views views, Records records) {
        this.store = store;
        this.views = views;
        this.records = records;
    }

    void addTo(Router routes) {
        routes.read(ROOT + "/searchselect", Refusal.answered(this::search));
        routes.read(ROOT + "/{id}", Refusal.answered(request -> Envelope.result(views.asset(asset(request)))));
        routes.read(ROOT + "/{id}/status", Refusal.answered(this::status));
        routes.write("POST", ROOT, Refusal.answered(this::create));
        routes.write("PUT", ROOT + "/{id}", Refusal.answered(this::put));
        routes.write("DELETE", ROOT + "/{id}", Refusal.answered(this::delete));
    }

    private Row asset(Request request) {
        return records.find(TABLE, "Hardware asset", request.var("id"));
    }

    private Response search(Request request) {
        Criteria criteria = Criteria.of(request);
        boolean isSimple = criteria.setting("Sort").isEmpty()
                && OF_VIEWS.stream().allMatch(name -> criteria.filter(name).isEmpty());
        if (isSimple) return Envelope.list(Lists.page(request, plain(criteria), views::assetRow));
        List<ObjectNode> rows = store.table(TABLE).stream().map(views::assetRow).toList();
        return Envelope.list(new Lists(request, rows)
                .active()
                .anyOf("CategoryIds", "categoryId")
                .anyOf("AccountId", "accountId")
                .anyOf("ContactId", "contactId")
                .containing("AssetName", "assetName")
                .containing("MachineGroupId", "machineGroupId")
                .containing("LocationName", "locationName")
                .containing("SerialNumber", "serialNumber")
                .containing("IPAddress", "ipAddress")
                .containing("ContactName", "contactName")
                .page());
    }

    /** Narrowed down by what is stored, as clients do that go through all, or look for one. */
    private Stream<Row> plain(Criteria criteria) {
        boolean all = criteria.filter("IsActive").isEmpty() && !Guesses.LISTS_HIDE_INACTIVE;
        boolean active = criteria.filter("IsActive").map(Boolean::parseBoolean).orElse(true);
        Selection found = Selection.of(criteria)
                .containing("AssetName", row -> row.text("name"))
                .containing("SerialNumber", row -> row.text("serialNumber"));
        return store.table(TABLE).stream()
                .filter(row -> all || row.flag("isActive") == active)
                .filter(found.wanted());
    }

    private Response status(Request request) {
        boolean online = !asset(request).text("agentId").isEmpty();
        return Envelope.result(Json.object().put("isOnline", online));
    }

    private Response create(Request request) {
        ObjectNode fields = read(request);
        if (!fields.path("isActive").isBoolean()) {
            fields.put("isActive", true);
        }
        return Envelope.result(views.asset(insert(fields)));
    }

    Row insert(ObjectNode fields) {
        Fields.blank(fields, Fields.ASSET_INPUT);
        Fields.blank(fields, Fields.names("agentId integrationTypeId webRemoteUrl"));
        if (!fields.has("diskVolumes")) {
            fields.putArray("diskVolumes");
        }
        fields.putArray("statuses");
        return store.insert(TABLE, fields);
    }

    /** A PUT replaces all that its body can hold: what it leaves out is blanked. */
    private Response put(Request request) {
        Row row = asset(request);
        ObjectNode fields = read(request);
        Accounts.keepActive(fields, row);
        Fields.blank(fields, Fields.ASSET_INPUT);
        return Envelope.result(views.asset(store.update(TABLE, row, fields)));
    }

    private ObjectNode read(Request request) {
        ObjectNode fields = Fields.read(request.jsonObject(), Fields.ASSET_INPUT);
        check(fields);
        return fields;
    }

    void check(ObjectNode fields) {
        records.check(fields, Fields.ASSET_REQUIRED);
        String account = Row.text(fields, "accountId");
        records.belongs("locations", Row.text(fields, "accountLocationId"), account, "Location");
        if (fields.path("contactId").asInt(0) == 0) {
            fields.putNull("contactId");
        } else {
            records.belongs("contacts", Row.text(fields, "contactId"), account, "Contact");
        }
    }

    private Response delete(Request request) {
        store.delete(TABLE, asset(request).id());
        return Envelope.done();
    }
}
