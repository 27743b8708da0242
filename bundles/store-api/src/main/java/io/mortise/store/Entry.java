package io.mortise.store;

import io.mortise.model.Ref;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One line of the journal.
 *
 * @param id made by {@link Store#newId}; rises with time
 * @param event "created", "changed", "edited", "matched", "deactivated", …
 * @param before the changed fields as they were, as a JSON object
 * @param after the same as they are now
 * @param source the connection it came from; "mortise" for this one
 * @param by the person, as the source names them; "" if unknown
 * @param text one sentence for people: the rule that decided and what it overruled
 */
public record Entry(
        String id,
        Instant at,
        Ref ref,
        String event,
        String before,
        String after,
        String source,
        String by,
        String text) {
    public Entry {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        before = Text.keepableJson(before);
        after = Text.keepableJson(after);
        source = Text.keepable(source);
        by = Text.keepable(by);
        text = Text.keepable(text);
    }
}
