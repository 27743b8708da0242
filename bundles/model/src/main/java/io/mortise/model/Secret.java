package io.mortise.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A value that prints as dots. Not a record and without getters, so no serializer, log or template shows it. */
public final class Secret {
    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    public static Secret of(String text) {
        return new Secret(text);
    }
    /** Search the code for calls of this; there should be few. */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Secret s
                && MessageDigest.isEqual(
                        s.text.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return "•••";
    }
}
