package io.mortise.records.internal;

import io.mortise.api.Refusal;
import io.mortise.store.Query.Position;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Where a list goes on, as an opaque word. */
final class Cursor {
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private Cursor() {}

    static String write(Position position) {
        String text = position.id() + " " + position.value();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Position read(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int blank = text.indexOf(' ');
            if (blank < 1) throw new IllegalArgumentException("no id");
            return new Position(text.substring(blank + 1), id(text.substring(0, blank)));
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
    }

    /** A place that is given by an id alone. */
    static String id(String cursor) {
        if (!cursor.matches("[1-9]\\d{0,18}") || LARGEST.compareTo(new BigInteger(cursor)) < 0) throw wrong();
        return cursor;
    }

    private static Refusal wrong() {
        return Refusal.invalid(
                "\"after\" must be exactly what an earlier answer gave as \"next\".",
                Map.of("after", "isn't a place in a list"));
    }
}
