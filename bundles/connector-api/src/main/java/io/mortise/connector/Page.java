package io.mortise.connector;

import java.util.List;
import java.util.OptionalLong;

/** Some records and where to go on. Only {@link #isLast} ends a pass; an empty page doesn't. Immutable. */
public final class Page {
    private final List<Observation> items;
    private final Feed.Cursor next;
    private final boolean last;
    private final OptionalLong total;

    private Page(List<Observation> items, Feed.Cursor next, boolean last, OptionalLong total) {
        this.items = List.copyOf(items);
        this.next = next;
        this.last = last;
        this.total = total;
    }

    public static Page more(List<Observation> items, String next) {
        return new Page(items, new Feed.Cursor(next), false, OptionalLong.empty());
    }
    /** @param next where a changes feed goes on next time; a sweep always begins at START */
    public static Page last(List<Observation> items, String next) {
        return new Page(items, new Feed.Cursor(next), true, OptionalLong.empty());
    }

    public static Page last(List<Observation> items) {
        return last(items, "");
    }
    /** The vendor's own count of the whole pass; used for progress and doubt, never for deciding what is gone. */
    public Page total(long count) {
        return new Page(items, next, last, OptionalLong.of(count));
    }

    public List<Observation> items() {
        return items;
    }

    public Feed.Cursor next() {
        return next;
    }

    public boolean isLast() {
        return last;
    }

    public OptionalLong total() {
        return total;
    }
}
