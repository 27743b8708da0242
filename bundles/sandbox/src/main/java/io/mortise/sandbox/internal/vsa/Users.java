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

/** Users who sign in. Their passwords are written and never shown. */
final class Users {
    static final List<String> FIELDS = Views.names("AdminName AdminPassword AdminType AdminScopeIds AdminRoleIds "
            + "FirstName LastName DefaultStaffOrgId DefaultStaffDepartmentId Email Attributes");
    private static final List<String> NEEDED =
            List.of("AdminName", "AdminPassword", Access.SCOPES, Access.ROLES, "Email");

    private final Store store;
    private final Sessions sessions;

    Users(Store store, Sessions sessions) {
        this.store = store;
        this.sessions = sessions;
    }

    void addTo(Router routes, String base) {
        String users = base + "/system/users";
        routes.read(
                users,
                Refusal.answered(r -> Pages.of(r, store.table("users").stream().map(Users::view))));
        routes.read(base + "/system/currentuser", Refusal.answered(r -> Envelope.result(current(r))));
        routes.read(users + "/{user}", Refusal.answered(r -> Envelope.result(view(find(r)))));
        routes.write("POST", users, Refusal.answered(this::create));
        routes.write("PUT", users + "/{user}", Refusal.answered(this::put));
        routes.write("DELETE", users + "/{user}", Refusal.answered(this::delete));
    }

    private static ObjectNode view(Row row) {
        ObjectNode view = Json.object().put("UserId", row.id());
        view.setAll(row.fields());
        view.remove(List.of("AdminPassword", VsaUsersSeed.MFA));
        return view;
    }

    /** With the lists also of a user who has none. */
    private ObjectNode current(Request request) {
        String id = sessions.of(request).orElseThrow().user();
        Row row = store.table("users").find(id).orElseThrow();
        ObjectNode view = view(row);
        view.set(Access.ROLES, Json.value(List.copyOf(Access.ids(row, Access.ROLES))));
        view.set(Access.SCOPES, Json.value(List.copyOf(Access.ids(row, Access.SCOPES))));
        return view;
    }

    private Row find(Request request) {
        return store.table("users").find(request.var("user")).orElseThrow(() -> Refusal.unknown("User"));
    }

    private Response create(Request request) {
        ObjectNode body = request.jsonObject();
        for (String name : NEEDED) {
            if (body.path(name).isEmpty() && Row.text(body, name).isBlank()) {
                throw new Refusal(400, "The " + name + " field is required.");
            }
        }
        String name = Row.text(body, "AdminName");
        if (store.table("users").stream().anyMatch(row -> row.text("AdminName").equalsIgnoreCase(name))) {
            throw new Refusal(400, "User " + name + " already exists");
        }
        return Envelope.result(
                TextNode.valueOf(store.insert("users", body.retain(FIELDS)).id()));
    }

    private Response put(Request request) {
        store.update("users", find(request), request.jsonObject().retain(FIELDS));
        return Response.empty(204);
    }

    private Response delete(Request request) {
        store.delete("users", find(request).id());
        return Response.empty(204);
    }
}
