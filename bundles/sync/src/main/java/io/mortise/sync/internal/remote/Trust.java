package io.mortise.sync.internal.remote;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Which servers are believed: without a pin those that the JDK believes, name included; with one, that certificate
 * alone, while it is valid. Each no says why.
 */
final class Trust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager usual;
    private final Optional<String> pin;
    private final Clock clock;

    private Trust(X509ExtendedTrustManager usual, Optional<String> pin, Clock clock) {
        this.usual = usual;
        this.pin = pin;
        this.clock = clock;
    }

    /** @param pin SHA-256 of the only certificate that is accepted, in lower-case hexadecimal digits */
    static SSLContext context(Optional<String> pin, Clock clock) {
        return context(pin, clock, null); // the JDK's own authorities
    }

    /** @param authorities who may vouch; null for those of the JDK */
    static SSLContext context(Optional<String> pin, Clock clock, KeyStore authorities) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            X509ExtendedTrustManager usual = Stream.of(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the JDK has no trust manager for X.509"));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Trust(usual, pin, clock)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS can't be set up", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        Presented presented = Presented.of(chain[0]);
        inTime(presented);
        if (pin.isPresent()) {
            pinned(presented, pin.get());
            return;
        }
        vouched(chain, type, presented);
        named(chain, type, engine, presented);
    }

    private void inTime(Presented presented) throws Distrust {
        Instant now = clock.instant();
        if (now.isAfter(presented.until()))
            throw new Distrust(
                    "its certificate expired on " + day(presented.until()) + ": renew it on the server",
                    presented,
                    false,
                    null);
        if (now.isBefore(presented.from()))
            throw new Distrust(
                    "its certificate isn't valid before " + day(presented.from())
                            + ": compare the clocks of both machines",
                    presented,
                    false,
                    null);
    }

    private static void pinned(Presented presented, String pin) throws Distrust {
        if (!presented.fingerprint().equals(pin))
            throw new Distrust(
                    "it shows another certificate than the one that was pinned for this connection: pin the new one if"
                            + " it was renewed; if it wasn't, somebody may be listening in between",
                    presented,
                    true,
                    null);
    }

    private void vouched(X509Certificate[] chain, String type, Presented presented) throws Distrust {
        try {
            usual.checkServerTrusted(chain, type);
        } catch (CertificateException e) {
            String why = presented.isSelfSigned()
                    ? "its certificate is self-signed, so nobody vouches for it: put one of a known authority on the server"
                    : "no authority that is known here vouches for its certificate: the server may leave out certificates"
                            + " of the chain, or the authority is a private one";
            throw new Distrust(why, presented, true, e);
        }
    }

    private void named(X509Certificate[] chain, String type, SSLEngine engine, Presented presented) throws Distrust {
        try {
            usual.checkServerTrusted(chain, type, engine);
        } catch (CertificateException e) {
            throw new Distrust(
                    "its certificate is for another host (" + presented.subject()
                            + "): use the name that is in the certificate, or renew it with this one",
                    presented,
                    true,
                    e);
        }
    }

    private static String day(Instant moment) {
        return moment.toString().substring(0, 10);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw onlyEngines();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw onlyEngines();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw onlyEngines();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw onlyEngines();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw onlyEngines();
    }

    private static CertificateException onlyEngines() {
        return new CertificateException("the client that is used here asks with an engine, about servers");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return usual.getAcceptedIssuers();
    }
}
