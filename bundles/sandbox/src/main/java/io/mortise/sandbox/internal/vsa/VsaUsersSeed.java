package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Store;
import io.mortise.sandbox.internal.world.World;
import java.util.List;

/** Users with whom an integration doesn't work, each for one reason. All have the password of the API's user. */
final class VsaUsersSeed {
    /** Of a user: a second factor is asked for. */
    static final String MFA = "Mfa";

    private final Store store;

    VsaUsersSeed(Store store) {
        this.store = store;
    }

    void plant() {
        String system = add("roles", Json.object().put("RoleName", "System"));
        String weak = add("roles", Json.object().put("RoleName", "KB Admin"));
        ObjectNode blind = Json.object().put("RoleName", "Ticketing Only");
        blind.putArray(Guesses.DENIED_FUNCTIONS).add("orgs").add("agents").add("audit");
        String none = add("roles", blind);
        ObjectNode one = Json.object().put("ScopeName", "One Customer");
        store.table("orgs").stream()
                .skip(1)
                .findFirst()
                .ifPresent(org -> one.putArray("Orgs").add(org.id()));
        String narrow = add("scopes", one);
        add("users", user("system", system, Access.MASTER));
        add("users", user("lowrole", weak, Access.MASTER));
        add("users", user("lowscope", Access.MASTER, narrow));
        add("users", user("forbidden", none, Access.MASTER));
        add("users", user("mfa", Access.MASTER, Access.MASTER).put(MFA, true));
    }

    private String add(String table, ObjectNode fields) {
        return store.insert(table, fields, World.BORN, World.BORN).id();
    }

    private static ObjectNode user(String name, String role, String scope) {
        ObjectNode user = Json.object().put("AdminName", name).put("AdminPassword", Logins.PASSWORD);
        user.put("FirstName", name).put("LastName", "User").put("Email", name + "@tenonworks.example");
        user.set(Access.ROLES, Json.value(List.of(role)));
        user.set(Access.SCOPES, Json.value(List.of(scope)));
        return user;
    }
}
