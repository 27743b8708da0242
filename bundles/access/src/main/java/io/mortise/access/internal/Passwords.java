package io.mortise.access.internal;

import io.mortise.model.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Passwords as they are kept: {@code pbkdf2$iterations$salt$hash}. Slow on purpose: over half a second. */
final class Passwords {
    private static final int ITERATIONS = 600_000;
    private final SecureRandom random;
    private final int iterations;

    Passwords(SecureRandom random) {
        this(random, ITERATIONS);
    }

    /** For tests: fewer iterations. */
    Passwords(SecureRandom random, int iterations) {
        this.random = random;
        this.iterations = iterations;
    }

    String keep(Secret password) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return "pbkdf2$" + iterations + "$" + text(salt) + "$" + text(hash(password, salt, iterations));
    }

    boolean matches(Secret password, String kept) {
        String[] parts = kept.split("\\$");
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        byte[] expected = Base64.getDecoder().decode(parts[3]);
        return MessageDigest.isEqual(expected, hash(password, salt, Integer.parseInt(parts[1])));
    }

    private static byte[] hash(Secret password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password.reveal().toCharArray(), salt, iterations, 256);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
