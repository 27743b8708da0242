package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The sessions that logins open. */
final class Sessions {
    private static final String BEARER = "Bearer ";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> tokens = new HashMap<>();
    private final Store store;
    private final Logins logins;

    Sessions(Store store) {
        this.store = store;
        this.logins = new Logins(store);
    }

    Response login(Request request) {
        return logins.user(request)
                .map(user -> user.flag(VsaUsersSeed.MFA) ? codeNeeded() : open(user))
                .orElseGet(Sessions::unauthorized);
    }

    private static Response codeNeeded() {
        return Envelope.error(401, 4_010_001, "Unauthorized", Guesses.MFA_NEEDED);
    }

    static Response unauthorized() {
        return Envelope.error(401, 4_010_001, "Unauthorized", "Unauthorized");
    }

    private Response open(Row user) {
        Instant now = store.now();
        tokens.values().removeIf(session -> !session.end().isAfter(now));
        String token = Integer.toString(10_000_000 + random.nextInt(89_999_999));
        Instant end = now.plus(Duration.ofMinutes(Guesses.SESSION_MINUTES));
        tokens.put(token, new Session(user.id(), end));
        ObjectNode result =
                Json.object().put("TenantId", "1").put("Token", token).put("ApiToken", token);
        result.put("UserName", user.text("AdminName")).put("RoleId", first(user, Access.ROLES));
        result.put("ScopeId", first(user, Access.SCOPES)).put("AdminId", Integer.parseInt(user.id()));
        result.putNull("MachineId").putNull("MachineGroupName").putNull("Attributes");
        return Envelope.result(result.put("SessionExpiration", end.toString()).put("OffSetInMinutes", 0));
    }

    private static int first(Row user, String field) {
        return Integer.parseInt(Access.ids(user, field).stream().findFirst().orElse("0"));
    }

    Optional<Session> of(Request request) {
        String header = request.header("Authorization").orElse("");
        boolean bearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return Optional.ofNullable(
                        bearer ? tokens.get(header.substring(BEARER.length()).trim()) : null)
                .filter(session -> store.now().isBefore(session.end()));
    }
}
