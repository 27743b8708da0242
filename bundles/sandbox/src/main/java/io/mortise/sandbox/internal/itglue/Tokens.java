package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Issues and reads users' tokens: JWT, signed with RS256, good for two hours. Guarded by the store's monitor. */
final class Tokens {
    static final long ACCOUNT = 4_862_001L;
    private static final Duration LIFE = Duration.ofHours(2);
    private static final int KEY_BITS = 2048;

    private final Map<String, String> issued = new HashMap<>();
    private KeyPair keys;

    String issue(Row user, Instant now) {
        ObjectNode claims = Json.object().put("sub", user.id()).put("iss", "itglue.com");
        claims.putArray("aud").add("itglue.com").add("bms.kaseya.com");
        claims.put("exp", now.plus(LIFE).getEpochSecond()).put("iat", now.getEpochSecond());
        claims.putObject("itglue").put("account_id", ACCOUNT).put("email", user.text("email"));
        ObjectNode header = Json.object().put("alg", "RS256").put("typ", "JWT");
        String content = encoded(Json.bytes(header)) + "." + encoded(Json.bytes(claims));
        String token = content + "." + encoded(signature(content));
        issued.put(token, user.id());
        return token;
    }

    /** The id of the user for whom the token was issued, unless it is over or not ours. */
    Optional<String> user(String token, Instant now) {
        return Optional.ofNullable(issued.get(token))
                .filter(id -> now.getEpochSecond()
                        < claims(token.split("\\.", -1)[1]).path("exp").asLong());
    }

    private static JsonNode claims(String part) {
        try {
            return Json.read(Base64.getUrlDecoder().decode(part));
        } catch (IOException | IllegalArgumentException e) {
            return Json.object();
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] signature(String content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys().getPrivate());
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Made when the first user comes: most worlds have none. */
    private KeyPair keys() throws GeneralSecurityException {
        if (keys == null) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            keys = generator.generateKeyPair();
        }
        return keys;
    }
}
