package io.mortise.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;

/** Asks a running product how it is. */
final class Health {
    private static final int TIMEOUT_MILLIS = 2000;

    private final URI ready;

    Health(String address) {
        this.ready = URI.create(address + "/health/ready");
    }

    boolean isReady() {
        return status() == 200;
    }

    URI address() {
        return ready;
    }

    /** The HTTP status; 0 while nothing answers there. */
    int status() {
        try {
            HttpURLConnection connection = (HttpURLConnection) ready.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return 0;
        }
    }
}
