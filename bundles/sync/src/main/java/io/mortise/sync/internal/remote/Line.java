package io.mortise.sync.internal.remote;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The JDK's HTTP client as all gates share it: no redirects, and no request twice.
 *
 * <p>Left to itself, that client repeats a GET or HEAD, once, whose connection ended before the first byte of an answer;
 * other methods only where {@code jdk.httpclient.enableAllMethodRetry} is set. Such a repetition would be one request
 * that no budget has counted. It has no switch of its own; the number of attempts is one property of the process, read
 * when the first request of any JDK client leaves. So redirects aren't followed by other JDK clients of the process
 * either.
 */
public final class Line {
    private static final String ATTEMPTS = "jdk.httpclient.redirects.retrylimit";

    private Line() {}

    /** Believes the servers that the JDK believes. */
    public static HttpClient open() {
        return open(Optional.empty());
    }

    /** @param pin SHA-256 of the only certificate that is believed; the JDK's authorities without it */
    public static HttpClient open(Optional<String> pin) {
        if (System.getProperty(ATTEMPTS) == null) System.setProperty(ATTEMPTS, "1");
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(Trust.context(pin, Clock.systemUTC()))
                .build();
    }
}
