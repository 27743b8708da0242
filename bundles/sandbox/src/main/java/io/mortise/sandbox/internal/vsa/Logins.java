package io.mortise.sandbox.internal.vsa;

import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Basic credentials in the forms that VSA takes: a password or an access token in plain, and the older hashed form,
 * whose pairs come in any order and of which only {@code pass2} counts.
 */
final class Logins {
    static final String USER = "api";
    static final String PASSWORD = "sandbox";
    static final String ACCESS_TOKEN = "sandbox-token";
    private static final String BASIC = "Basic ";

    private final Store store;

    Logins(Store store) {
        this.store = store;
    }

    /** The user that these credentials are of. */
    Optional<Row> user(Request request) {
        String header = request.header("Authorization").orElse("");
        if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).trim());
            String text = new String(decoded, StandardCharsets.UTF_8);
            return plain(text).or(() -> hashed(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Row> plain(String text) {
        int colon = text.indexOf(':');
        String secret = text.substring(colon + 1);
        return colon < 0
                ? Optional.empty()
                : named(text.substring(0, colon)).filter(user -> secrets(user).contains(secret));
    }

    private Optional<Row> named(String name) {
        return store.table("users").stream()
                .filter(user -> user.text("AdminName").equalsIgnoreCase(name))
                .findFirst();
    }

    /** The password first. */
    private static List<String> secrets(Row user) {
        if (user.text("AdminName").equals(USER)) {
            return List.of(PASSWORD, ACCESS_TOKEN);
        }
        String password = user.text("AdminPassword");
        return password.isEmpty() ? List.of() : List.of(password);
    }

    private Optional<Row> hashed(String text) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text.split(",")) {
            String[] halves = pair.split("=", 2);
            pairs.put(halves[0], halves.length == 2 ? halves[1] : "");
        }
        return named(pairs.getOrDefault("user", "")).filter(user -> proves(user, pairs));
    }

    private static boolean proves(Row user, Map<String, String> pairs) {
        if (secrets(user).isEmpty()) {
            return false;
        }
        String inner = sha256(secrets(user).get(0) + pairs.get("user"));
        return sha256(inner + pairs.getOrDefault("rand2", "")).equalsIgnoreCase(pairs.get("pass2"));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
