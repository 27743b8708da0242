package io.mortise.store.sql.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Where a PostgreSQL database is and who asks. Shown without the password. */
record PostgresAddress(String jdbcUrl, String user, String password) {
    private static final String FORM = "The database must be given as postgresql://user:password@host:port/name";

    /** @throws IllegalArgumentException if it isn't {@code postgresql://user:password@host:port/name?options} */
    static PostgresAddress of(String text) {
        URI uri = uri(text);
        boolean complete = uri.getHost() != null
                && uri.getRawPath() != null
                && uri.getRawPath().length() > 1;
        if (!complete || uri.getRawUserInfo() == null) throw new IllegalArgumentException(FORM);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String[] who = uri.getRawUserInfo().split(":", 2);
        return new PostgresAddress(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + options,
                decoded(who[0]),
                who.length == 1 ? "" : decoded(who[1]));
    }

    /** The text itself is kept out of the failure, and so is its cause: both hold the password. */
    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    FORM + "; in user and password, write special characters as %40 for @ and so on");
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return jdbcUrl.substring("jdbc:".length()).replaceFirst("\\?.*", "");
    }
}
