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

/** Departments of organizations. */
final class Departments {
    static final List<String> FIELDS = Views.names("DepartmentName ParentDepartmentId ManagerId OrgId DepartmentRef");
    private static final String TABLE = "departments";

    private final Store store;
    private final Access access;

    Departments(Store store, Access access) {
        this.store = store;
        this.access = access;
    }

    void addTo(Router routes, String base) {
        String org = base + "/system/orgs/{orgId}/departments";
        String department = base + "/system/departments/{department}";
        routes.read(org, Refusal.answered(this::ofOrg));
        routes.write("POST", org, Refusal.answered(this::create));
        routes.read(department, Refusal.answered(r -> Envelope.result(view(find(r)))));
        routes.write("PUT", department, Refusal.answered(this::put));
        routes.write("DELETE", department, Refusal.answered(this::delete));
    }

    private Row org(Request request) {
        return access.require(request, store.table("orgs").find(request.var("orgId")), "Org");
    }

    private Row find(Request request) {
        return access.require(request, store.table(TABLE).find(request.var("department")), "Department");
    }

    private Response ofOrg(Request request) {
        String org = org(request).id();
        return Pages.of(
                request,
                store.table(TABLE).stream()
                        .filter(row -> row.text("OrgId").equals(org))
                        .map(Departments::view));
    }

    private static ObjectNode view(Row row) {
        ObjectNode view = Json.object().put("DepartmentId", row.id());
        for (String name : FIELDS) {
            view.set(name, row.get(name).isMissingNode() ? null : row.get(name));
        }
        return view.putNull("Attributes");
    }

    private Response create(Request request) {
        ObjectNode body = request.jsonObject();
        if (Row.text(body, "DepartmentName").isBlank()) {
            throw new Refusal(400, "The DepartmentName field is required.");
        }
        ObjectNode fields = body.retain(FIELDS).put("OrgId", org(request).id());
        return Envelope.result(TextNode.valueOf(store.insert(TABLE, fields).id()));
    }

    private Response put(Request request) {
        ObjectNode changes = request.jsonObject().retain(FIELDS);
        changes.remove("OrgId");
        store.update(TABLE, find(request), changes);
        return Envelope.done();
    }

    private Response delete(Request request) {
        store.delete(TABLE, find(request).id());
        return Response.empty(204);
    }
}
