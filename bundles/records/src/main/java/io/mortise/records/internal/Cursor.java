package io.mortise.records.internal;

import io.mortise.api.Slice;
import io.mortise.store.Query.Position;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Where a list goes on, as an opaque word. */
final class Cursor {
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
            throw Slice.noPlace();
        }
    }

    /** A place that is given by an id alone. */
    static String id(String cursor) {
        return Slice.afterId(Optional.of(cursor)).orElseThrow();
    }
}
