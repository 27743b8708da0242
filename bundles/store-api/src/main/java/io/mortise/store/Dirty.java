package io.mortise.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Something to look at again: a key, never work. Losing all of them delays, and loses nothing.
 *
 * @param priority 0 a person waits, 1 an unknown outcome, 2 a hint, 3 a change, 4 a first sync, 5 a sweep
 * @param generation given by the store, above 0, never twice for one key; another one means that it was marked again
 * @param notBefore when it falls due
 */
public record Dirty(String key, int priority, long generation, Instant notBefore) {
    public Dirty {
        key = Text.keepable(key);
        notBefore = notBefore.truncatedTo(ChronoUnit.MILLIS);
    }

    /** To be marked; the generation is the store's to say. */
    public static Dirty of(String key, int priority, Instant notBefore) {
        return new Dirty(key, priority, 0, notBefore);
    }

    /** The sort of work: the key's text before its second slash; without one, the key itself. */
    public String lane() {
        int end = key.indexOf('/', key.indexOf('/') + 1);
        return end < 0 ? key : key.substring(0, end);
    }
}
