package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;
import java.util.stream.StreamSupport;

/** Accounts and, riding on them, locations. No call makes or changes a location but the creation of its account. */
final class Accounts {
    private static final String TABLE = "accounts";

    private final Store store;
    private final Views views;
    private final Records records;
    private final Office office;

    Accounts(Store store, Views views, Records records, Office office) {
        this.office = office;
        this.store = store;
        this.views = views;
        this.records = records;
    }

    void addTo(Router routes) {
        routes.read("/v2/crm/accounts/lookup", Refusal.answered(this::lookup));
        routes.read("/v2/crm/accounts/summary", Refusal.answered(this::summary));
        routes.read("/v2/crm/accounts/summary/{id}", Refusal.answered(this::show));
        routes.read("/v2/crm/accounts/{id}/locations/lookup", Refusal.answered(this::locations));
        routes.read("/v2/crm/accounts/{id}/locations/{locationId}", Refusal.answered(this::location));
        routes.read("/v2/crm/accounts/{id}/contacts/lookup", Refusal.answered(this::contacts));
        routes.write("POST", "/v2/crm/accounts", Refusal.answered(this::create));
        routes.write("PUT", "/v2/crm/accounts/{id}", Refusal.answered(this::put));
        routes.write("PATCH", "/v2/crm/accounts/{id}", Refusal.answered(this::patch));
    }

    private Row account(Request request) {
        return records.find(TABLE, "Account", request.var("id"));
    }

    private Response summary(Request request) {
        Lists list = new Lists(
                        request, store.table(TABLE).stream().map(views::account).toList())
                .active()
                .containing("AccountName", "accountName")
                .containing("AccountCode", "accountCode")
                .containing("AccountTypeName", "accountType")
                .anyOf("AccountTypeId", "accountTypeId")
                .range("CreatedOn", "createdOn")
                .range("ModifiedOn", "modifiedOn");
        return Envelope.page(list.page(), list.total());
    }

    private Response lookup(Request request) {
        boolean inactiveToo = request.query()
                .anyCase("Filter.WithInactiveAccounts")
                .map(Boolean::parseBoolean)
                .orElse(false);
        boolean scoped = Criteria.of(request).says("WithSecurityScope")
                && !office.caller(request).seesAll();
        List<ObjectNode> rows = store.table(TABLE).stream()
                .filter(row -> inactiveToo || row.flag("isActive"))
                .filter(row -> !scoped || office.own(row.id()))
                .map(row -> named(row, "accountName")
                        .put("tenantName", Tokens.TENANT)
                        .put("isActive", row.flag("isActive")))
                .toList();
        return Envelope.list(new Lists(request, rows)
                .anyOf("Ids", "id")
                .containing("Name", "name")
                .page());
    }

    private static ObjectNode named(Row row, String nameField) {
        return Json.object().put("id", Integer.parseInt(row.id())).put("name", row.text(nameField));
    }

    private Response show(Request request) {
        return Envelope.result(views.account(account(request)));
    }

    private Response locations(Request request) {
        Row account = account(request);
        return Envelope.list(Json.array(views.locations(account.id()).stream()
                .map(row -> named(row, "locationName")
                        .put("accountId", Integer.parseInt(account.id()))
                        .put("isMain", row.flag("isMain")))));
    }

    private Response location(Request request) {
        Row row = records.find("locations", "Location", request.var("locationId"));
        records.belongs("locations", row.id(), account(request).id(), "Location");
        return Envelope.result(views.of(row, Fields.LOCATION));
    }

    private Response contacts(Request request) {
        String account = account(request).id();
        List<ObjectNode> rows = store.table("contacts").stream()
                .filter(row -> row.text("accountId").equals(account) && row.flag("isActive"))
                .map(this::contactLookup)
                .toList();
        return Envelope.list(new Lists(request, rows)
                .containing("Name", "name")
                .anyOf("LocationId", "locationId")
                .page());
    }

    private ObjectNode contactLookup(Row row) {
        ObjectNode all = views.of(row, Fields.CONTACT_CREATED);
        ObjectNode view = Json.object().put("id", Integer.parseInt(row.id()));
        view.put("name", (row.text("firstName") + " " + row.text("lastName")).trim());
        view.set("locationId", all.get("locationId"));
        view.set("locationName", all.get("locationName"));
        view.set("phone", all.get("phoneNumber"));
        view.set("emailAddress", all.get("emailAddress"));
        return view;
    }

    private Response create(Request request) {
        ObjectNode body = request.jsonObject();
        ObjectNode fields = Fields.read(body, Fields.ACCOUNT_INPUT);
        records.check(fields, Fields.ACCOUNT_REQUIRED);
        JsonNode locations = Fields.anyCase(body, "locations");
        if (!locations.isArray() || locations.isEmpty()) {
            throw Refusal.invalid("The Locations field is required.");
        }
        if (!fields.path("isActive").isBoolean()) {
            fields.put("isActive", true);
        }
        Row account = insert(fields);
        for (JsonNode location : locations) {
            insertLocation(account.id(), location);
        }
        return Envelope.result(views.account(account));
    }

    Row insert(ObjectNode fields) {
        Fields.blank(fields, Fields.ACCOUNT_INPUT);
        fields.put("isBilling", true).put("currencyId", 1);
        return store.insert(TABLE, fields);
    }

    /** The first location of an account is its main one, whatever was said. */
    Row insertLocation(String account, JsonNode written) {
        ObjectNode fields = Fields.read(written, Fields.names("locationName isMain isActive"));
        records.check(fields, List.of("locationName"));
        JsonNode addresses = Fields.anyCase(written, "addresses");
        if (!addresses.isArray() || addresses.isEmpty()) {
            throw Refusal.invalid("The Addresses field is required.");
        }
        boolean first = views.locations(account).isEmpty();
        fields.put("accountId", Integer.parseInt(account)).put("isActive", true);
        fields.put("isMain", first || fields.path("isMain").asBoolean(false));
        fields.put("timeZoneId", 15).put("dateFormatId", 1).put("timeFormatId", 1);
        ArrayNode kept = fields.putArray("addresses");
        for (JsonNode address : addresses) {
            kept.add(address(address, kept.isEmpty()));
        }
        return store.insert("locations", fields);
    }

    ObjectNode address(JsonNode written, boolean main) {
        ObjectNode address = Json.object();
        Fields.blank(address, Fields.ADDRESS);
        address.setAll(Fields.read(written, Fields.ADDRESS));
        address.put("id", nextAddressId()).put("isMain", main).put("isBilling", main);
        address.put("createdOn", store.now().toString())
                .put("modifiedOn", store.now().toString());
        store.table("countries").stream()
                .filter(row -> row.id().equals(Row.text(address, "countryId"))
                        || row.text("name").equals(Row.text(address, "country")))
                .findFirst()
                .ifPresent(row ->
                        address.put("countryId", Integer.valueOf(row.id())).put("country", row.text("name")));
        return address;
    }

    private int nextAddressId() {
        return 1
                + store.table("locations").stream()
                        .flatMapToInt(
                                row -> StreamSupport.stream(row.get("addresses").spliterator(), false)
                                        .mapToInt(each -> each.path("id").asInt()))
                        .max()
                        .orElse(0);
    }

    /** A PUT replaces all that its body can hold: what it leaves out is blanked. */
    private Response put(Request request) {
        Row account = account(request);
        ObjectNode fields = Fields.read(request.jsonObject(), Fields.ACCOUNT_INPUT);
        records.check(fields, Fields.ACCOUNT_REQUIRED);
        keepActive(fields, account);
        Fields.blank(fields, Fields.ACCOUNT_INPUT);
        return Envelope.result(views.account(store.update(TABLE, account, fields)));
    }

    static void keepActive(ObjectNode fields, Row before) {
        if (!fields.path("isActive").isBoolean()) {
            fields.put("isActive", before.flag("isActive"));
        }
    }

    private Response patch(Request request) {
        Row account = account(request);
        ObjectNode changes = Records.patched(request.json(), Fields.ACCOUNT_INPUT);
        for (String name : Fields.ACCOUNT_REQUIRED) {
            if (changes.has(name) && Row.text(changes, name).isBlank()) {
                throw Refusal.invalid("The " + Records.pascal(name) + " field is required.");
            }
        }
        records.check(changes, List.of());
        return Envelope.result(views.account(store.update(TABLE, account, changes)));
    }
}
