package io.mortise.connector.http;

import java.util.Optional;

/** Vendors' ids: text to us, numbers on most wires, and 0 where there is none. */
public final class Ids {
    private static final int SAFE_DIGITS = 18;

    private Ids() {}

    /** Older servers print ids as decimals ({@code 15.0}). */
    public static Optional<String> read(Json value) {
        return value.text().map(id -> id.replaceFirst("\\.0+$", "")).filter(id -> !id.equals("0"));
    }

    /** A number if it is one and fits, else the text. */
    public static Object plain(String id) {
        return id.matches("[1-9][0-9]*") && id.length() <= SAFE_DIGITS ? (Object) Long.valueOf(id) : id;
    }
}
