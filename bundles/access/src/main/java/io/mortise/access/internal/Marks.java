package io.mortise.access.internal;

import io.mortise.model.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random words that only their owner knows; kept as their hash, so that a stolen database opens nothing. */
final class Marks {
    private final SecureRandom random;

    Marks(SecureRandom random) {
        this.random = random;
    }

    /** 256 random bits. */
    Secret fresh() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static String hash(Secret mark) {
        try {
            byte[] whole =
                    MessageDigest.getInstance("SHA-256").digest(mark.reveal().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
