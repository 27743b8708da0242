package io.mortise.sandbox.internal.vsa;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What a list is sorted by: numbers by their value and before all else, texts without their case. */
record SortKey(BigDecimal number, String text) implements Comparable<SortKey> {
    static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    static SortKey of(String text) {
        return new SortKey(NUMBER.matcher(text).matches() ? new BigDecimal(text) : null, text);
    }

    @Override
    public int compareTo(SortKey other) {
        if (number != null && other.number != null) return number.compareTo(other.number);
        if (number != null || other.number != null) return number != null ? -1 : 1;
        return text.compareToIgnoreCase(other.text);
    }
}
