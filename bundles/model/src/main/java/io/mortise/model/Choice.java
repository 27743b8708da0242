package io.mortise.model;

import java.util.Locale;
import java.util.Objects;

/**
 * One of a list: a stable key and the word shown for it. Equal by key, so a renamed label is not an edit. In an
 * observation and in a write the key is the vendor's; in the hub it is the folded label, which is how lists of several
 * vendors meet.
 */
public record Choice(String key, String label) {
    public Choice {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(label, "label");
    }

    /** The hub's choice for a word that people use. */
    public static Choice named(String label) {
        String shown = label.strip().replaceAll("\\s+", " ");
        return new Choice(shown.toLowerCase(Locale.ROOT), shown);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Choice c && c.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
