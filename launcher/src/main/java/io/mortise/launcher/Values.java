package io.mortise.launcher;

import java.net.URI;
import java.net.URISyntaxException;

/** Checks of single option values. Refusals never repeat the value: it may hold a password. */
final class Values {
    private Values() {}

    static String any(String value) {
        return value;
    }

    static String text(String value) {
        require(!value.isBlank(), "must not be empty");
        return value;
    }

    static String port(String value) {
        long port = whole(value);
        require(port >= 1 && port <= 65535, "must be a port number from 1 to 65535");
        return Long.toString(port);
    }

    static String positive(String value) {
        boolean number = value.matches("[0-9]{1,6}(\\.[0-9]{1,3})?");
        require(number && Double.parseDouble(value) > 0, "must be a number above 0, such as 60 or 0.5");
        return value;
    }

    static String flag(String value) {
        require(value.equals("true") || value.equals("false"), "must be true or false");
        return value;
    }

    static String database(String value) {
        if (value.equals("sqlite")) {
            return value;
        }
        String form = "must be sqlite or postgresql://user:password@host:port/database"
                + " (special characters in the password percent-encoded)";
        require(value.startsWith("postgresql://"), form);
        try {
            URI uri = new URI(value);
            require(uri.getHost() != null && uri.getPath().length() > 1, form);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(form, null);
        }
        return value;
    }

    private static long whole(String value) {
        return value.matches("[0-9]{1,9}") ? Long.parseLong(value) : -1;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
