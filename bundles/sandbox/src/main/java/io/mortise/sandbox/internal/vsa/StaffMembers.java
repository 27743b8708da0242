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
import java.util.function.Predicate;

/** People of organizations, each in a department. */
final class StaffMembers {
    static final List<String> FIELDS =
            Views.names("StaffFullName OrgId DepartmentId SupervisorId Title Function UserId ContactInfo Attributes");
    private static final String TABLE = "staff";

    private final Store store;
    private final Access access;

    StaffMembers(Store store, Access access) {
        this.store = store;
        this.access = access;
    }

    void addTo(Router routes, String base) {
        String system = base + "/system";
        routes.read(system + "/staff", Refusal.answered(r -> list(r, row -> true)));
        routes.read(system + "/staff/{staff}", Refusal.answered(r -> Envelope.result(view(find(r)))));
        routes.read(system + "/orgs/{orgId}/staff", Refusal.answered(this::ofOrg));
        routes.read(system + "/departments/{department}/staff", Refusal.answered(this::ofDepartment));
        routes.write("POST", system + "/departments/{department}/staff", Refusal.answered(this::create));
        routes.write("PUT", system + "/staff/{staff}", Refusal.answered(this::put));
        routes.write("DELETE", system + "/staff/{staff}", Refusal.answered(this::delete));
    }

    private Response list(Request request, Predicate<Row> which) {
        return Pages.of(
                request,
                store.table(TABLE).stream()
                        .filter(which)
                        .filter(access.sees(request))
                        .map(StaffMembers::view));
    }

    private Response ofOrg(Request request) {
        String org = access.require(request, store.table("orgs").find(request.var("orgId")), "Org")
                .id();
        return list(request, row -> row.text("OrgId").equals(org));
    }

    private Row department(Request request) {
        return access.require(request, store.table("departments").find(request.var("department")), "Department");
    }

    private Response ofDepartment(Request request) {
        String department = department(request).id();
        return list(request, row -> row.text("DepartmentId").equals(department));
    }

    private Row find(Request request) {
        return access.require(request, store.table(TABLE).find(request.var("staff")), "Staff");
    }

    private static ObjectNode view(Row row) {
        ObjectNode view = Json.object().put("StaffId", row.id());
        for (String name : FIELDS) {
            view.set(name, row.get(name).isMissingNode() ? null : row.get(name));
        }
        return view;
    }

    private Response create(Request request) {
        ObjectNode body = request.jsonObject();
        if (Row.text(body, "StaffFullName").isBlank()) {
            throw new Refusal(400, "The StaffFullName field is required.");
        }
        Row department = department(request);
        ObjectNode fields = body.retain(FIELDS).put("DepartmentId", department.id());
        return Envelope.result(TextNode.valueOf(store.insert(TABLE, fields.put("OrgId", department.text("OrgId")))
                .id()));
    }

    /** The server breaks where the function isn't told. */
    private Response put(Request request) {
        ObjectNode body = request.jsonObject();
        if (!body.has("Function")) {
            throw new Refusal(500, "Procedure expects parameter '@purpose', which was not supplied.");
        }
        store.update(TABLE, find(request), body.retain(FIELDS));
        return Envelope.done();
    }

    private Response delete(Request request) {
        store.delete(TABLE, find(request).id());
        return Response.empty(204);
    }
}
