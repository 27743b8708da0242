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
import java.util.Map;

/** Short lists, employees, the caller and the settings, as far as the connected records need them. */
final class Lookups {
    /** Table names of the two generic lookups. Only ContactType is known from a client; the others are guessed. */
    private static final Map<String, String> SYSTEM = Map.of(
            "contacttype", "contacttypes",
            "emailtype", "emailtypes",
            "phonetype", "phonetypes",
            "country", "countries");

    private static final Map<String, String> TENANT = Map.of(
            "businesstype", "businesstypes",
            "servicetype", "servicetypes",
            "assetcategory", "assetcategories",
            "assetstate", "assetstates",
            "manufacturer", "manufacturers",
            "vendor", "vendors",
            "businessimpact", "businessimpacts");

    private final Store store;

    Lookups(Store store) {
        this.store = store;
    }

    void addTo(Router routes) {
        routes.read("/v2/system/accounttypes/lookup", Refusal.answered(request -> accountTypes()));
        routes.read("/v2/system/lookup/{tableName}", Refusal.answered(request -> lookup(request, SYSTEM)));
        routes.read("/v2/system/tenantlookup/{tableName}", Refusal.answered(request -> lookup(request, TENANT)));
        routes.read("/v2/system/settings", Refusal.answered(request -> settings()));
        routes.read("/v2/hr/employees/lookup", Refusal.answered(request -> employees(request, false)));
        routes.read("/v2/hr/employees/searchselect", Refusal.answered(request -> employees(request, true)));
        routes.read("/v2/security/userinfo", Refusal.answered(request -> userInfo()));
        routes.read("/v2/integrations/itglue/status", Refusal.answered(request -> noItGlue()));
        for (String type : List.of("accounts", "contacts", "locations", "hardwareassets")) {
            routes.read("/v2/integrations/itglue/" + type + "/{id}/lookup", Refusal.answered(request -> notSynced()));
        }
    }

    private Response accountTypes() {
        return Envelope.list(Json.array(store.table("accounttypes").stream()
                .map(row -> entry(row).put("isClient", row.flag("isClient")).put("isVendor", row.flag("isVendor")))));
    }

    private static ObjectNode entry(Row row) {
        ObjectNode entry = Json.object().put("id", Integer.parseInt(row.id())).put("name", row.text("name"));
        return entry.put("isActive", row.get("isActive").asBoolean(true));
    }

    private Response lookup(Request request, Map<String, String> tables) {
        String name = request.var("tableName")
                .toLowerCase(Locale.ROOT)
                .replaceAll("s$", "")
                .replaceAll("ie$", "y");
        String table = tables.get(name);
        if (table == null) {
            throw Refusal.unknown("Lookup table", request.var("tableName"));
        }
        return Envelope.list(Json.array(
                store.table(table).stream().map(row -> entry(row).put("isDefault", row.flag("isDefault")))));
    }

    private Response employees(Request request, boolean full) {
        List<ObjectNode> rows = store.table("employees").stream()
                .map(row -> full ? employee(row) : named(row))
                .toList();
        Lists list = new Lists(request, rows).anyOf("Ids", "id").containing("Name", "name");
        return full ? Envelope.page(list.page(), list.total()) : Envelope.list(list.page());
    }

    private static ObjectNode named(Row row) {
        ObjectNode entry = Json.object().put("id", Integer.parseInt(row.id()));
        return entry.put("name", row.text("firstName") + " " + row.text("lastName"));
    }

    private static ObjectNode employee(Row row) {
        ObjectNode entry = Json.object().put("id", Integer.parseInt(row.id()));
        entry.setAll(row.fields());
        return entry;
    }

    private static Response settings() {
        ObjectNode settings = Json.object().put("defaultPageSize", Guesses.USUAL_PAGE);
        settings.put("maximumAttachmentFileSizeinMb", 25);
        return Envelope.result(settings.put("brandName", "Kaseya").put("productName", "BMS"));
    }

    private static Response userInfo() {
        ObjectNode user = Json.object().put("userId", Views.API_USER).put("fullName", "API User");
        user.put("emailAddress", "api@tenonworks.example")
                .put("timeZoneName", "UTC")
                .put("olsonTimeZoneName", "Etc/UTC");
        user.put("tenantId", 4101).put("businessName", Tokens.TENANT).put("isUserSystemAdmin", true);
        user.putArray("userAccessRights");
        user.putArray("specialFeatures");
        return Envelope.result(user.put("productName", "BMS"));
    }

    private static Response noItGlue() {
        return Envelope.result(Json.object().put("isEnabled", false).put("isTicketSyncEnabled", false));
    }

    private static Response notSynced() {
        JsonNode nothing = com.fasterxml.jackson.databind.node.NullNode.instance;
        return Envelope.result(nothing);
    }
}
