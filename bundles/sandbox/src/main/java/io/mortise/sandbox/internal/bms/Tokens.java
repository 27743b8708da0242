package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.bms.SignIns.User;
import io.mortise.sandbox.internal.http.FormData;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Store;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Logins and their tokens. They live in memory: a restarted server knows none of them. */
final class Tokens {
    static final String TENANT = "Sandbox";
    static final String USER = "api";
    static final String PASSWORD = "sandbox";
    private static final int TOKEN_BYTES = 30;
    private static final int WRONG_LOGIN = 401;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> access = new HashMap<>();
    private final Map<String, Session> refresh = new HashMap<>();
    private final Store store;
    private final SignIns signIns;

    private record Session(String user, Instant end) {}

    Tokens(Store store, SignIns signIns) {
        this.store = store;
        this.signIns = signIns;
    }

    Response authenticate(Request request) {
        Map<String, String> form = FormData.read(request).texts();
        if (!TENANT.equalsIgnoreCase(form.get("Tenant"))) {
            return wrong(Guesses.NO_COMPANY);
        }
        boolean known = "password".equals(form.get("GrantType")) && PASSWORD.equals(form.get("Password"));
        Optional<User> user = known ? signIns.find(form.getOrDefault("UserName", "")) : Optional.empty();
        return user.map(User::refusal)
                .map(refusal -> refusal.isEmpty() ? issue(form.get("UserName")) : wrong(refusal))
                .orElseGet(() -> wrong("Invalid username, password or company name"));
    }

    Response renew(Request request) {
        String token = FormData.read(request).texts().getOrDefault("RefreshToken", "");
        Session session = refresh.remove(token);
        return session != null && store.now().isBefore(session.end())
                ? issue(session.user())
                : wrong("Invalid refresh token");
    }

    private static Response wrong(String message) {
        return Envelope.failure(200, WRONG_LOGIN, message, List.of());
    }

    private Response issue(String user) {
        Instant now = store.now();
        access.values().removeIf(session -> !session.end().isAfter(now));
        refresh.values().removeIf(session -> !session.end().isAfter(now));
        Instant accessEnd = now.plus(Duration.ofMinutes(Guesses.TOKEN_MINUTES));
        Instant refreshEnd = now.plus(Duration.ofDays(Guesses.REFRESH_DAYS));
        String accessToken = "eyJhbGciOiJIUzI1NiJ9." + token() + "." + token();
        String refreshToken = token();
        access.put(accessToken, new Session(user, accessEnd));
        refresh.put(refreshToken, new Session(user, refreshEnd));
        ObjectNode result = Json.object().put("accessToken", accessToken).put("refreshToken", refreshToken);
        result.put("accessTokenExpireOn", accessEnd.toString());
        return Envelope.result(result.put("refreshTokenExpireOn", refreshEnd.toString()));
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Who sends this request, or empty when the token is missing, wrong or over. */
    Optional<User> user(Request request) {
        String header = request.header("Authorization").orElse("");
        String prefix = "bearer ";
        if (!header.regionMatches(true, 0, prefix, 0, prefix.length())) {
            return Optional.empty();
        }
        Session session = access.get(header.substring(prefix.length()).trim());
        return session != null && store.now().isBefore(session.end()) ? signIns.find(session.user()) : Optional.empty();
    }

    /** Who sends a request that has passed the gate. */
    User caller(Request request) {
        return user(request).orElseThrow();
    }
}
