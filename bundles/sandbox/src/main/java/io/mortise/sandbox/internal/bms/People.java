package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Employees, and who of them tickets can be assigned to. */
final class People {
    private static final String TABLE = "employees";

    private final Office office;
    private final Store store;
    private final Sheet assignee;
    private final Sheet assigneeLookup;

    People(Office office) {
        this.office = office;
        this.store = office.store();
        Labels labels = office.labels().with("name", row -> Optional.of(Labels.fullName(row)));
        this.assignee = new Sheet(labels, "id firstName lastName name emailAddress pictureName pictureUrl");
        this.assigneeLookup = new Sheet(labels, "id name url emailAddress jobTitle pictureName pictureURL");
    }

    void addTo(Router routes) {
        routes.read("/v2/hr/employees/lookup", Refusal.answered(request -> employees(request, false)));
        routes.read("/v2/hr/employees/searchselect", Refusal.answered(request -> employees(request, true)));
        routes.read(
                "/v2/hr/assignees", office.answered(request -> assignees(request, Criteria.plain(request), assignee)));
        routes.read(
                "/v2/hr/assignees/lookup",
                office.answered(request -> assignees(request, Criteria.of(request), assigneeLookup)));
        routes.read(
                "/v2/hr/assignees/count",
                office.answered(request -> Envelope.result(Json.value((int) active().count()))));
        routes.read("/v2/hr/assignees/{assigneeId}/roles", office.answered(this::roles));
    }

    private Response employees(Request request, boolean full) {
        List<ObjectNode> rows = store.table(TABLE).stream()
                .map(row -> full ? employee(row) : named(row))
                .toList();
        Lists list = new Lists(request, rows).anyOf("Ids", "id").containing("Name", "name");
        if (!full) {
            return Envelope.list(list.page());
        }
        Lists found = list.containing("Filter_Text", "lastName").flag("IsActive", "isActive");
        return Envelope.page(found.page(), found.total());
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

    private Stream<Row> active() {
        return store.table(TABLE).stream().filter(row -> row.flag("isActive"));
    }

    private Response assignees(Request request, Criteria criteria, Sheet sheet) {
        String excluded = criteria.filter("ExcludedIds").orElse("");
        return Selection.of(criteria)
                .anyOf("Ids", Row::id)
                .containing("Name", row -> Labels.fullName(row).asText())
                .keep(row -> !List.of(excluded.split("\\s*,\\s*")).contains(row.id()))
                .list(active(), sheet);
    }

    private Response roles(Request request) {
        Row employee = office.records().find(TABLE, "Assignee", request.var("assigneeId"));
        Sheet sheet = new Sheet(office.labels(), "id name isDefault");
        boolean engineer = employee.text("jobTitle").contains("Engineer");
        return Envelope.list(Json.array(store.table("roles").stream()
                .filter(role -> engineer || role.flag("isDefault"))
                .map(sheet::of)));
    }

    /** The candidates for copies of an account's tickets: its contacts, then the employees. */
    Response ccs(Request request) {
        String account = request.var("accountId");
        String text = Criteria.of(request).filter("SearchString").orElse("").toLowerCase(Locale.ROOT);
        Stream<ObjectNode> contacts = store.table("contacts").stream()
                .filter(row -> row.text("accountId").equals(account) && row.flag("isActive"))
                .map(row -> cc(
                        row,
                        0,
                        Labels.main(row, "emails", "emailAddress")
                                .map(mail -> mail.asText())
                                .orElse("")));
        Stream<ObjectNode> employees = active().map(row -> cc(row, Guesses.CC_EMPLOYEE, row.text("emailAddress")));
        List<ObjectNode> rows = Stream.concat(contacts, employees)
                .filter(cc -> cc.toString().toLowerCase(Locale.ROOT).contains(text))
                .toList();
        return Envelope.list(new Lists(request, rows).page());
    }

    private static ObjectNode cc(Row row, int type, String email) {
        ObjectNode cc = Json.object().put("id", Integer.parseInt(row.id())).put("emailAddress", email);
        cc.set("fullName", TextNode.valueOf(Labels.fullName(row).asText()));
        return cc.put("entityType", type);
    }
}
