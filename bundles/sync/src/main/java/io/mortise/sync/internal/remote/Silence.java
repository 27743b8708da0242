package io.mortise.sync.internal.remote;

import io.mortise.connector.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Why no answer came, in words for an admin. */
final class Silence {
    private static final String NO_TLS =
            " doesn't speak TLS as it should: look whether the address begins with https:// and has the right port";

    private Silence() {}

    /**
     * Where it is certain that no request has arrived.
     *
     * @param place the host, with its port if that is unusual
     */
    static Optional<Fault> of(IOException why, String place) {
        return unsent(why, place)
                .map(sentence -> Fault.of(Fault.Remedy.RETRY, sentence, why).about(Fault.ADDRESS));
    }

    private static Optional<String> unsent(IOException why, String place) {
        Optional<Distrust> distrust = Distrust.in(why);
        if (distrust.isPresent())
            return Optional.of(place + " isn't trusted: " + distrust.get().getMessage());
        if (has(why, HttpConnectTimeoutException.class::isInstance))
            return Optional.of(place
                    + " can't be reached: it doesn't answer; look at the address, https or http included, and at"
                    + " firewalls in between");
        // that it couldn't connect is wrapped by the client into its having no second attempt
        if (has(why, ConnectException.class::isInstance))
            return Optional.of(place + " can't be reached: nothing listens there; look at the address and its port, and"
                    + " whether the server runs");
        return has(why, SSLHandshakeException.class::isInstance) ? Optional.of(place + NO_TLS) : Optional.empty();
    }

    /** Where it may have arrived. */
    static String words(IOException why, String host) {
        if (why instanceof HttpTimeoutException) return host + " didn't answer in time";
        return has(why, SSLException.class::isInstance) ? host + NO_TLS : "the connection to " + host + " broke";
    }

    private static boolean has(Throwable thrown, Predicate<Throwable> sort) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) if (sort.test(cause)) return true;
        return false;
    }
}
