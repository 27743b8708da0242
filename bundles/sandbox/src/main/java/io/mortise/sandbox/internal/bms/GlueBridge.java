package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mortise.sandbox.internal.bms.Documentation.Access;
import io.mortise.sandbox.internal.bms.Documentation.Link;
import io.mortise.sandbox.internal.bms.Documentation.Resource;
import io.mortise.sandbox.internal.http.Handler;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What BMS hands through of its linked IT Glue. A user who has no connection to IT Glue gets none of it. */
final class GlueBridge {
    private static final String ROOT = "/v2/integrations/itglue/";
    private static final String SUBJECT = ROOT + "{subjectId}/suggestedresources/{subjectType}";

    private final Office office;
    private final Store store;
    private final Documentation documentation;

    GlueBridge(Office office, Documentation documentation) {
        this.office = office;
        this.store = office.store();
        this.documentation = documentation;
    }

    void addTo(Router routes) {
        routes.read(ROOT + "status", office.answered(request -> status()));
        routes.read(ROOT + "accessinfo", office.answered(this::access));
        routes.read(ROOT + "accounts/{id}/lookup", lookup("accounts", this::organization));
        routes.read(ROOT + "contacts/{id}/lookup", lookup("contacts", this::contact));
        routes.read(ROOT + "locations/{id}/lookup", lookup("locations", this::location));
        routes.read(ROOT + "hardwareassets/{id}/lookup", lookup(Assets.TABLE, this::asset));
        notes(routes, "accounts/{itgId}/notes", documentation::companyNotes, documentation::keepCompanyNotes);
        notes(routes, "contacts/{itgId}/notes", documentation::contactNotes, documentation::keepContactNotes);
        routes.read(ROOT + "checklists", connected(this::checklists));
        routes.read(ROOT + "checklists/{checklistId}/tasks", connected(this::tasks));
        routes.read(ROOT + "passwords/{passwordId}", connected(this::password));
        routes.read(SUBJECT, connected(this::resources));
        routes.read(SUBJECT + "/count", connected(this::resourceCount));
    }

    private Handler connected(Handler handler) {
        return office.answered(request -> {
            if (!office.caller(request).connected()) {
                throw Refusal.denied("Your user is not connected with IT Glue");
            }
            return handler.handle(request);
        });
    }

    private Response status() {
        ObjectNode status = Json.object().put("masterTenantId", 4101).put("itGlueAccountId", 700_501L);
        status.put("isEnabled", true).put("subdomain", "tenonworks").put("region", Guesses.REGION);
        return Envelope.result(status.put("isTicketSyncEnabled", true));
    }

    private Response access(Request request) {
        SignIns.User user = office.caller(request);
        Access access = documentation.access(user.employee().text("emailAddress"));
        boolean connected = user.connected() && user.may("itglue", Rights.VIEW);
        ObjectNode info = Json.object().put("isConnected", connected).put("isEnabled", true);
        info.put("accessToken", connected ? access.token() : null);
        info.put("expiresIn", connected ? access.expires() : null);
        return Envelope.result(info.put("subdomain", access.subdomain()).put("urlLocation", access.url()));
    }

    /** Not synced is a null result. */
    private Handler lookup(String table, Function<Row, Optional<Link>> linked) {
        return office.answered(request -> {
            Optional<Link> link = store.table(table).find(request.var("id")).flatMap(linked);
            return Envelope.result(link.map(GlueBridge::view).orElse(NullNode.instance));
        });
    }

    private static JsonNode view(Link link) {
        ObjectNode view = Json.object();
        view.set("id", Sheet.id(link.id()));
        return view.put("name", link.name());
    }

    private Optional<Link> organization(Row account) {
        return documentation.organization(account.text("accountName"));
    }

    private Optional<Link> organizationOf(Row row) {
        return store.table("accounts").find(row.text("accountId")).flatMap(this::organization);
    }

    private Optional<Link> contact(Row row) {
        return organizationOf(row)
                .flatMap(link -> documentation.contact(link.id(), row.text("firstName"), row.text("lastName")));
    }

    private Optional<Link> location(Row row) {
        return organizationOf(row).flatMap(link -> documentation.location(link.id(), row.text("locationName")));
    }

    private Optional<Link> asset(Row row) {
        return organizationOf(row)
                .flatMap(link -> documentation.configuration(
                        link.id(), row.text("name"), row.text("serialNumber"), row.text("macAddress")));
    }

    private void notes(
            Router routes, String path, Function<String, Optional<String>> read, BiConsumer<String, String> write) {
        routes.read(ROOT + path, connected(request -> shown(request, read)));
        routes.write("PUT", ROOT + path, connected(request -> {
            shown(request, read);
            write.accept(request.var("itgId"), Row.text(Fields.read(request.jsonObject(), List.of("notes")), "notes"));
            return shown(request, read);
        }));
    }

    private static Response shown(Request request, Function<String, Optional<String>> read) {
        String id = request.var("itgId");
        String notes = read.apply(id).orElseThrow(() -> Refusal.unknown("IT Glue record", id));
        return Envelope.result(Json.object().put("notes", notes));
    }

    private Response checklists(Request request) {
        Criteria criteria = Criteria.plain(request);
        String account = criteria.filter("accountId").orElseThrow(() -> Refusal.invalid("accountId is required."));
        String name = criteria.filter("Name").orElse("").toLowerCase(Locale.ROOT);
        String organization = organization(office.records().find("accounts", "Account", account))
                .map(Link::id)
                .orElse("");
        List<ObjectNode> rows = documentation.templates(organization).stream()
                .filter(template -> template.name().toLowerCase(Locale.ROOT).contains(name))
                .map(template -> (ObjectNode) Checklists.template(template))
                .toList();
        return Envelope.list(new Lists(request, rows).page());
    }

    private Response tasks(Request request) {
        String id = request.var("checklistId");
        List<ObjectNode> rows = documentation.tasks(id).orElseThrow(() -> Refusal.unknown("Checklist", id)).stream()
                .map(task -> (ObjectNode) Checklists.task(task))
                .toList();
        return Envelope.list(new Lists(request, rows).page());
    }

    private Response password(Request request) {
        String id = request.var("passwordId");
        return Envelope.result(
                TextNode.valueOf(documentation.password(id).orElseThrow(() -> Refusal.unknown("Password", id))));
    }

    /** The subject is a ticket or an account of BMS; its organization's documents and passwords are suggested. */
    private String organization(Request request) {
        String id = request.var("subjectId");
        String type = request.var("subjectType").toLowerCase(Locale.ROOT);
        Optional<Row> account = type.startsWith("account")
                ? store.table("accounts").find(id)
                : store.table(Tickets.TABLE)
                        .find(id)
                        .flatMap(ticket -> store.table("accounts").find(ticket.text("accountId")));
        return account.or(() -> {
                    throw Refusal.unknown("Subject", id);
                })
                .flatMap(this::organization)
                .map(Link::id)
                .orElse("");
    }

    private Response resources(Request request) {
        String organization = organization(request);
        boolean documents = request.query().anyCase("resourceType").orElse("0").equals("1");
        List<Resource> found =
                documents ? documentation.documents(organization) : documentation.passwords(organization);
        return Envelope.list(Json.array(found.stream().map(GlueBridge::view)));
    }

    private static ObjectNode view(Resource resource) {
        ObjectNode view = Json.object();
        view.set("resourceId", Sheet.id(resource.id()));
        view.put("resourceType", resource.type()).put("resourceUrl", resource.url());
        view.put("name", resource.name()).put("organizationName", resource.organization());
        view.put("createdAt", resource.created()).put("updatedAt", resource.updated());
        return view.putNull("vaultId");
    }

    private Response resourceCount(Request request) {
        String organization = organization(request);
        return Envelope.result(Json.object()
                .put("suggestedPasswords", documentation.passwords(organization).size())
                .put("suggestedDocuments", documentation.documents(organization).size()));
    }
}
