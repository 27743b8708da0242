package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the caller may do: functions by role, organizations and machine groups by scope. */
final class Access {
    static final String ROLES = "AdminRoleIds";
    static final String SCOPES = "AdminScopeIds";
    /** The role and the scope that have everything. */
    static final String MASTER = "2";

    private final Store store;
    private final Sessions sessions;

    Access(Store store, Sessions sessions) {
        this.store = store;
        this.sessions = sessions;
    }

    /** Of a user without a list, the master's. */
    static Set<String> ids(Row user, String field) {
        Set<String> ids = new LinkedHashSet<>();
        user.get(field).forEach(id -> ids.add(id.asText()));
        return user.get(field).isMissingNode() ? Set.of(MASTER) : ids;
    }

    private Optional<Row> user(Request request) {
        return sessions.of(request).flatMap(session -> store.table("users").find(session.user()));
    }

    /** A caller without a session, or whose role lacks the function that the path belongs to. */
    Optional<Response> refusal(Request request) {
        Optional<Row> user = user(request);
        if (user.isEmpty()) {
            return Optional.of(Sessions.unauthorized());
        }
        Set<String> roles = ids(user.get(), ROLES);
        boolean may = roles.contains(MASTER) || roles.stream().anyMatch(role -> allows(role, request.path()));
        return may ? Optional.empty() : Optional.of(Refusal.denied().response());
    }

    private boolean allows(String role, String path) {
        Optional<Row> row = store.table("roles").find(role);
        if (row.isEmpty()) {
            return false;
        }
        for (JsonNode function : row.get().get(Guesses.DENIED_FUNCTIONS)) {
            if (path.toLowerCase(Locale.ROOT).contains("/" + function.asText().toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }

    /** The caller's id; "" without one. */
    String who(Request request) {
        return user(request).map(Row::id).orElse("");
    }

    /** Of records that name their organization, and of organizations themselves. */
    Predicate<Row> sees(Request request) {
        Set<String> scopes = user(request).map(user -> ids(user, SCOPES)).orElse(Set.of());
        if (scopes.contains(MASTER)) {
            return row -> true;
        }
        Set<String> orgs = members(scopes, "Orgs");
        Set<String> groups = members(scopes, "MachineGroups");
        return row -> orgs.contains(row.fields().has("OrgId") ? row.text("OrgId") : row.id())
                || groups.contains(row.fields().has("MachineGroupId") ? row.text("MachineGroupId") : row.id());
    }

    private Set<String> members(Set<String> scopes, String field) {
        Set<String> members = new HashSet<>();
        for (String scope : scopes) {
            store.table("scopes").find(scope).ifPresent(row -> row.get(field).forEach(id -> members.add(id.asText())));
        }
        return members;
    }

    /** The record, if it is in the caller's scope. */
    Row require(Request request, Optional<Row> row, String what) {
        Row found = row.orElseThrow(() -> Refusal.unknown(what));
        if (!sees(request).test(found)) {
            throw Refusal.denied();
        }
        return found;
    }
}
