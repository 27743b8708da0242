package io.mortise.connector.bms.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.model.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A call of BMS's webhook. That its secret leads to a header Signature is all that Kaseya publishes; that it is the
 * HMAC-SHA-256 of the body is assumed, here and nowhere else. What a call says isn't read.
 */
final class Webhook {
    /** The setting. */
    static final String SECRET = "webhook";

    private static final String HEADER = "Signature";
    private static final String ALGORITHM = "HmacSHA256";

    private Webhook() {}

    /** Without a secret nothing is proved, and nothing refused. */
    static void verify(Request call, Secret secret) throws Fault {
        if (secret.reveal().isEmpty()) return;
        String given = Optional.ofNullable(call.headers().get(HEADER)).orElse("");
        if (given.isBlank())
            throw Fault.of(
                            Fault.Remedy.ASK_ADMIN,
                            "The call isn't signed: the webhook in BMS has no secret, or it isn't BMS that called")
                    .about(SECRET);
        if (!MessageDigest.isEqual(signature(secret, call.body()), read(given)))
            throw Fault.of(
                            Fault.Remedy.ASK_ADMIN,
                            "The call is signed with another secret than the one that is set here, or it isn't BMS that"
                                    + " called")
                    .about(SECRET);
    }

    private static byte[] signature(Secret secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("each Java has " + ALGORITHM, e);
        }
    }

    /** Hexadecimal or Base64, with or without the name of the hash before it; what is neither equals nothing. */
    private static byte[] read(String given) {
        String text = given.strip().replaceFirst("(?i)^sha-?256=", "");
        try {
            return text.matches("[0-9a-fA-F]{64}")
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException neither) {
            return new byte[0];
        }
    }
}
