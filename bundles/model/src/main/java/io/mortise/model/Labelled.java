package io.mortise.model;

import java.util.Locale;
import java.util.Objects;

/**
 * An e-mail address or phone number and what it is for ("Work"). Which one is the default is a field of its own.
 * Equal by value, whatever its case: another label is no other address.
 */
public record Labelled(String value, String label) {
    public Labelled {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(label, "label");
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Labelled l && l.value.equalsIgnoreCase(value);
    }

    @Override
    public int hashCode() {
        return value.toLowerCase(Locale.ROOT).hashCode();
    }
}
