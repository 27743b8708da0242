package io.mortise.store;

import io.mortise.model.Ref;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A record of the hub as it is kept. Here and in all that a store keeps, times are to the millisecond, and the character
 * U+0000, which no database of ours can hold, becomes U+FFFD.
 *
 * @param version 1 when it is new, one more with each change
 * @param title what it is listed and sorted by
 * @param within the id of the organization that it lies in; for an organization its own id
 * @param words what it is found by: lower-case words, separated by blanks
 * @param fields the values as a JSON object by field name: what {@link Query} conditions look at
 * @param origins where each value comes from: {@link Rows} reads and writes both
 */
public record Row(
        Ref ref,
        long version,
        boolean active,
        String title,
        Optional<String> within,
        String words,
        String fields,
        String origins,
        Instant createdAt,
        Instant changedAt) {
    public Row {
        title = Text.keepable(title);
        words = Text.keepable(words);
        fields = Text.keepableJson(fields);
        origins = Text.keepableJson(origins);
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        changedAt = changedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * What a list by title compares: its first 200 characters without case and accents, so that a person finds "Äpfel"
     * beside "apples".
     */
    public static String sortKey(String title) {
        return Text.folded(title);
    }
}
