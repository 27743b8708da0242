package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.Locale;
import java.util.Map;

/** The short lists of accounts, contacts and assets, and the settings. */
final class Lookups {
    /** Table names of the two generic lookups. Only ContactType is known from a client; the others are guessed. */
    private static final Map<String, String> SYSTEM = Map.of(
            "contacttype", "contacttypes",
            "emailtype", "emailtypes",
            "phonetype", "phonetypes",
            "country", "countries",
            "tickettype", "tickettypes",
            "ticketsource", "ticketsources",
            "notetype", "notetypes");

    private static final Map<String, String> TENANT = Map.of(
            "businesstype", "businesstypes",
            "servicetype", "servicetypes",
            "assetcategory", "assetcategories",
            "assetstate", "assetstates",
            "manufacturer", "manufacturers",
            "vendor", "vendors",
            "businessimpact", "businessimpacts",
            "tickettype", "tickettypes",
            "ticketsource", "ticketsources",
            "notetype", "notetypes");

    private final Store store;

    Lookups(Store store) {
        this.store = store;
    }

    void addTo(Router routes) {
        routes.read("/v2/system/accounttypes/lookup", Refusal.answered(request -> accountTypes()));
        routes.read("/v2/system/lookup/{tableName}", Refusal.answered(request -> lookup(request, SYSTEM)));
        routes.read("/v2/system/tenantlookup/{tableName}", Refusal.answered(request -> lookup(request, TENANT)));
        routes.read("/v2/system/settings", Refusal.answered(request -> settings()));
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

    private static Response settings() {
        ObjectNode settings = Json.object().put("defaultPageSize", Guesses.USUAL_PAGE);
        for (String size : Fields.names(
                "workforcePlannerDefaultPageSize defaultSideBarPageSize customFieldsMaxShownItems "
                        + "defaultAttachmentTicketsPageSize dashboardWidgetTimeout dashboardWidgetMaxColumns "
                        + "dashboardWidgetMinColumns dashboardTicketByIssueTypeWidgetMaxColumns dashboardWidgetPageSize")) {
            settings.put(size, 10);
        }
        Fields.blank(
                settings,
                Fields.names(
                        "fullCalendarLicenseKey addOpportunityUrl addActivityUrl pendingQuotationsUrl amountDueUrl "
                                + "amountSentUrl"));
        settings.putObject("externalLinks");
        settings.putObject("featureFlags");
        settings.put("maximumAttachmentFileSizeinMb", Guesses.MEGABYTES_PER_FILE);
        return Envelope.result(settings.put("brandName", "Kaseya").put("productName", "BMS"));
    }
}
