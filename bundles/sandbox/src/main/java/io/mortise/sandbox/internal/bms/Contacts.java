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

/** Contacts: created and listed under {@code summary}, changed under their id, e-mails and phones patched apart. */
final class Contacts {
    private static final String TABLE = "contacts";

    private final Store store;
    private final Views views;
    private final Records records;

    Contacts(Store store, Views views, Records records) {
        this.store = store;
        this.views = views;
        this.records = records;
    }

    void addTo(Router routes) {
        routes.read("/v2/crm/contacts/summary", Refusal.answered(this::summary));
        routes.read("/v2/crm/contacts/summary/{id}", Refusal.answered(this::show));
        routes.read("/v2/crm/contacts/search", Refusal.answered(this::search));
        routes.write("POST", "/v2/crm/contacts/summary", Refusal.answered(this::create));
        routes.write("PUT", "/v2/crm/contacts/{id}", Refusal.answered(this::put));
        routes.write("PATCH", "/v2/crm/contacts/{id}", Refusal.answered(this::patch));
        routes.write("DELETE", "/v2/crm/contacts/{id}", Refusal.answered(this::delete));
        routes.write("PATCH", "/v2/crm/contacts/{id}/emails", Refusal.answered(r -> parts(r, ContactParts.EMAILS)));
        routes.write("PATCH", "/v2/crm/contacts/{id}/phones", Refusal.answered(r -> parts(r, ContactParts.PHONES)));
    }

    private Row contact(Request request) {
        return records.find(TABLE, "Contact", request.var("id"));
    }

    private Response summary(Request request) {
        Lists list = new Lists(request, rows(Fields.CONTACT_SUMMARY))
                .active()
                .anyOf("AccountId", "accountId")
                .containing("AccountName", "accountName")
                .containing("FirstName", "firstName")
                .containing("LastName", "lastName")
                .containing("Phone", "phones")
                .containing("Email", "emails")
                .range("CreatedOn", "createdOn")
                .range("ModifiedOn", "modifiedOn");
        return Envelope.page(list.page(), list.total());
    }

    private List<ObjectNode> rows(List<String> fields) {
        return store.table(TABLE).stream().map(row -> views.of(row, fields)).toList();
    }

    private Response search(Request request) {
        Lists list = new Lists(request, rows(Fields.CONTACT_SEARCH))
                .active()
                .anyOf("Ids", "id")
                .anyOf("AccountIds", "accountId")
                .anyOf("LocationId", "locationId")
                .containing("AccountName", "accountName")
                .containing("LocationName", "locationName")
                .containing("FirstName", "firstName")
                .containing("LastName", "lastName")
                .containing("EmailAddress", "emailAddress")
                .containing("JobTitle", "jobTitle")
                .flag("IsPoc", "isPoc");
        return Envelope.list(list.page());
    }

    private Response show(Request request) {
        return Envelope.result(views.of(contact(request), Fields.CONTACT_SUMMARY));
    }

    private ObjectNode detail(Row row) {
        ObjectNode detail = views.of(row, Fields.CONTACT);
        detail.set("poc", row.get("isPoc"));
        detail.set("recieveInvoices", row.get("canRecieveInvoices"));
        return detail;
    }

    private Response create(Request request) {
        ObjectNode body = request.jsonObject();
        ObjectNode fields = Fields.read(body, Fields.names("firstName lastName accountId locationId"));
        records.check(fields, Fields.names("firstName accountId locationId"));
        records.belongs("locations", Row.text(fields, "locationId"), Row.text(fields, "accountId"), "Location");
        Row row = insert(fields, Fields.anyCase(body, "emails"), Fields.anyCase(body, "phones"));
        return Envelope.result(views.of(row, Fields.CONTACT_CREATED));
    }

    Row insert(ObjectNode fields, JsonNode emails, JsonNode phones) {
        fields.set("emails", new ContactParts(store, ContactParts.EMAILS).fresh(emails));
        fields.set("phones", new ContactParts(store, ContactParts.PHONES).fresh(phones));
        for (String flag : Fields.names("isPoc isBillable canRecieveInvoices billByContact")) {
            if (!fields.path(flag).isBoolean()) {
                fields.put(flag, false);
            }
        }
        if (!fields.path("isActive").isBoolean()) {
            fields.put("isActive", true);
        }
        Fields.blank(fields, Fields.names("middleName lastName jobTitle effectiveDate"));
        return store.insert(TABLE, fields);
    }

    private Response put(Request request) {
        Row row = contact(request);
        ObjectNode input = Fields.read(request.jsonObject(), Fields.CONTACT_INPUT);
        records.check(input, Fields.names("accountId locationId"));
        Fields.blank(input, Fields.CONTACT_INPUT);
        for (String flag : Fields.names("poc isActive receiveInvoices billByContact")) {
            input.put(flag, input.path(flag).asBoolean(false));
        }
        return changed(row, input);
    }

    private Response patch(Request request) {
        ObjectNode input = Records.patched(request.json(), Fields.CONTACT_INPUT);
        records.check(input, List.of());
        return changed(contact(request), input);
    }

    private Response changed(Row row, ObjectNode input) {
        ObjectNode changes = Json.object();
        input.properties().forEach(entry -> changes.set(storedName(entry.getKey()), entry.getValue()));
        String account = changes.has("accountId") ? Row.text(changes, "accountId") : row.text("accountId");
        String location = changes.has("locationId") ? Row.text(changes, "locationId") : row.text("locationId");
        records.belongs("locations", location, account, "Location");
        return Envelope.result(detail(store.update(TABLE, row, changes)));
    }

    private static String storedName(String inputName) {
        return switch (inputName) {
            case "poc" -> "isPoc";
            case "receiveInvoices" -> "canRecieveInvoices";
            default -> inputName;
        };
    }

    private Response delete(Request request) {
        store.delete(TABLE, contact(request).id());
        return Envelope.done();
    }

    private Response parts(Request request, ContactParts.Kind kind) {
        return new ContactParts(store, kind).patch(contact(request), request.json());
    }
}
