package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who can sign in: an employee with a security role. All have the same password. */
final class SignIns {
    /** The security role of each user name. */
    private static final Map<String, String> ROLES = Map.ofEntries(
            Map.entry(Tokens.USER, "Administrator"),
            Map.entry("admin", "Administrator"),
            Map.entry("manager", "Service Manager"),
            Map.entry("tech", "Technician"),
            Map.entry("dispatcher", "Dispatcher"),
            Map.entry("reader", "Read Only"),
            Map.entry("lite", "Lite"),
            Map.entry("outsider", "Own Company Only"),
            Map.entry("unconnected", "Technician"),
            Map.entry("mfa", "Administrator"),
            Map.entry("noapi", "Technician"));

    private static final String NO_IT_GLUE = "unconnected";
    private static final String WITH_MFA = "mfa";
    private static final String WITHOUT_API = "noapi";

    private final Store store;

    SignIns(Store store) {
        this.store = store;
    }

    Optional<User> find(String name) {
        return store.table("employees").stream()
                .filter(row -> row.text("username").equalsIgnoreCase(name) && row.flag("isActive"))
                .filter(row -> ROLES.containsKey(row.text("username")))
                .findFirst()
                .map(this::user);
    }

    private User user(Row employee) {
        String name = ROLES.get(employee.text("username"));
        Row role = store.table("securityroles").stream()
                .filter(row -> row.text("name").equals(name))
                .findFirst()
                .orElseThrow();
        return new User(employee, role, Set.copyOf(Fields.names("x " + role.text("accounts"))));
    }

    /**
     * Somebody who signed in.
     *
     * @param accounts {@code own} when only the tenant's own account is visible
     */
    record User(Row employee, Row role, Set<String> accounts) {
        int id() {
            return Integer.parseInt(employee.id());
        }

        String name() {
            return Labels.fullName(employee).asText();
        }

        /** Why this user mustn't sign in by the API; "" if he may. */
        String refusal() {
            return switch (employee.text("username")) {
                case WITH_MFA -> Guesses.MFA_NEEDED;
                case WITHOUT_API -> Guesses.NO_API;
                default -> "";
            };
        }

        boolean connected() {
            return !employee.text("username").equals(NO_IT_GLUE);
        }

        boolean may(String area, char right) {
            JsonNode rights = role.get("rights").path(area);
            return rights.asText().indexOf(right) >= 0;
        }

        boolean seesAll() {
            return !accounts.contains("own");
        }
    }
}
