package io.mortise.sandbox.internal.continuum;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.BadRequest;
import io.mortise.sandbox.internal.http.FormData;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Store;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Client credentials and the tokens they buy, each with the scopes that were asked for. */
final class Tokens {
    static final String CLIENT = "sandbox";
    static final String SECRET = "sandbox-secret";
    static final String COMPANIES = "platform.companies.read";
    static final String SITES = "platform.sites.read";
    static final String DEVICES = "platform.devices.read";
    private static final Set<String> GRANTED = Set.of(
            COMPANIES,
            SITES,
            DEVICES,
            "platform.asset.read",
            "platform.agent.read",
            Guesses.READ_TICKETS,
            Guesses.CREATE_TICKETS,
            Guesses.UPDATE_TICKETS);
    private static final int BYTES = 21;
    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    private record Held(Set<String> scopes, Instant end) {}

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Held> tokens = new HashMap<>();
    private final Store store;

    Tokens(Store store) {
        this.store = store;
    }

    Response issue(Request request) {
        Map<String, String> asked = asked(request);
        if (!"client_credentials".equals(asked.get("grant_type"))) {
            return refused(400, "unsupported_grant_type");
        }
        if (!CLIENT.equals(asked.get("client_id")) || !SECRET.equals(asked.get("client_secret"))) {
            return refused(Guesses.WRONG_CLIENT, "invalid_client");
        }
        return issue(asked.getOrDefault("scope", "").trim());
    }

    /** The documented JSON, or the form of RFC 6749 that OAuth libraries send, with or without Basic credentials. */
    private static Map<String, String> asked(Request request) {
        Map<String, String> asked = new HashMap<>();
        if (request.mediaType().equals(FormData.URLENCODED)) {
            asked.putAll(FormData.read(request).texts());
            basic(request, asked);
        } else {
            request.jsonObject()
                    .properties()
                    .forEach(field -> asked.put(field.getKey(), field.getValue().asText()));
        }
        return asked;
    }

    private static void basic(Request request, Map<String, String> asked) {
        String header = request.header("Authorization").orElse("");
        if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            String[] pair = decoded(header.substring(BASIC.length()).trim()).split(":", 2);
            asked.put("client_id", pair[0]);
            asked.put("client_secret", pair.length == 2 ? pair[1] : "");
        }
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("The Basic credentials are no base64", e);
        }
    }

    private Response issue(String scope) {
        Set<String> asked = Set.copyOf(List.of(scope.split("\\s+")));
        return GRANTED.containsAll(asked) ? issue(scope, asked) : refused(Guesses.WRONG_SCOPE, "invalid_scope");
    }

    private Response issue(String scope, Set<String> asked) {
        Instant now = store.now();
        tokens.values().removeIf(held -> !held.end().isAfter(now));
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        tokens.put(token, new Held(asked, now.plusSeconds(Guesses.TOKEN_SECONDS)));
        ObjectNode answer = Json.object().put("access_token", token).put("scope", scope);
        return Answers.ok(answer.put("token_type", "Bearer").put("expires_in", Guesses.TOKEN_SECONDS));
    }

    private static Response refused(int status, String error) {
        return Response.json(
                status, "application/json; charset=utf-8", Json.object().put("error", error));
    }

    /** What is answered to a caller without a good token, or whose token lacks the scope. */
    Optional<Response> refusal(Request request, String scope) {
        String header = request.header("Authorization").orElse("");
        boolean bearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        Held held = bearer ? tokens.get(header.substring(BEARER.length()).trim()) : null;
        if (held == null || !store.now().isBefore(held.end())) {
            return Optional.of(Answers.error(401, "bearer token is missing, expired or invalid"));
        }
        return scope.isEmpty() || held.scopes().contains(scope)
                ? Optional.empty()
                : Optional.of(Answers.error(Guesses.NO_SCOPE, "access is forbidden"));
    }
}
