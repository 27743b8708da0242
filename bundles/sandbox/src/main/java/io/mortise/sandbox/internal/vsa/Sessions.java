package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Logins by Basic credentials, plain or in the older hashed form, and the sessions that they open. */
final class Sessions {
    static final String USER = "api";
    static final String PASSWORD = "sandbox";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> tokens = new HashMap<>();
    private final Store store;

    Sessions(Store store) {
        this.store = store;
    }

    Response login(Request request) {
        return known(request) ? open() : unauthorized();
    }

    static Response unauthorized() {
        return Envelope.error(401, 4_010_001, "Unauthorized", "Unauthorized");
    }

    private boolean known(Request request) {
        String header = request.header("Authorization").orElse("");
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return false;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(header.substring(6).trim());
            String text = new String(decoded, StandardCharsets.UTF_8);
            return text.equals(USER + ":" + PASSWORD) || hashed(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** {@code user=…,pass2=…,pass1=…,rand2=…}: only pass2 counts. */
    private static boolean hashed(String text) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text.split(",")) {
            String[] halves = pair.split("=", 2);
            pairs.put(halves[0], halves.length == 2 ? halves[1] : "");
        }
        String expected = sha256(sha256(PASSWORD + USER) + pairs.getOrDefault("rand2", ""));
        return USER.equals(pairs.get("user")) && expected.equalsIgnoreCase(pairs.get("pass2"));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Response open() {
        Instant now = store.now();
        tokens.values().removeIf(end -> !end.isAfter(now));
        String token = Integer.toString(10_000_000 + random.nextInt(89_999_999));
        Instant end = now.plus(Duration.ofMinutes(Guesses.SESSION_MINUTES));
        tokens.put(token, end);
        ObjectNode result =
                Json.object().put("TenantId", "1").put("Token", token).put("ApiToken", token);
        result.put("UserName", USER).put("RoleId", 2).put("ScopeId", 2).put("AdminId", 2);
        result.putNull("MachineId").putNull("MachineGroupName").putNull("Attributes");
        return Envelope.result(result.put("SessionExpiration", end.toString()).put("OffSetInMinutes", 0));
    }

    boolean open(Request request) {
        String header = request.header("Authorization").orElse("");
        if (!header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return false;
        }
        Instant end = tokens.get(header.substring(7).trim());
        return end != null && store.now().isBefore(end);
    }
}
