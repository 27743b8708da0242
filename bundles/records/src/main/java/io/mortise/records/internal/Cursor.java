package io.mortise.records.internal;

import io.mortise.api.Refusal;
import io.mortise.store.Query.Position;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

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
            if (blank < 1 || !text.substring(0, blank).matches("\\d{1,19}"))
                throw new IllegalArgumentException("no id");
            return new Position(text.substring(blank + 1), text.substring(0, blank));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(
                    "\"after\" must be exactly what an earlier answer gave as \"next\".",
                    java.util.Map.of("after", "isn't a place in a list"));
        }
    }
}
