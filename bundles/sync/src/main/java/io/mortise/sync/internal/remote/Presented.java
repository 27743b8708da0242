package io.mortise.sync.internal.remote;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A server's own certificate, as it showed it.
 *
 * @param fingerprint SHA-256 of all of it, 64 lower-case hexadecimal digits
 */
public record Presented(String subject, String issuer, Instant from, Instant until, String fingerprint) {
    static Presented of(X509Certificate certificate) {
        return new Presented(
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                fingerprint(certificate));
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate has no fingerprint", e);
        }
    }

    boolean isSelfSigned() {
        return subject.equals(issuer);
    }
}
