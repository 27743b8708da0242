package io.mortise.connector;

import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import java.util.Optional;

/** A way to read records page by page. A type may have several; each keeps its own cursor. Immutable. */
public final class Feed {
    /** One page, please: from {@code cursor}, at most {@code limit} records, of {@code parent} if the feed is below one. */
    public record Query(Cursor cursor, int limit, Optional<Ref> parent) {}

    /** A place in a feed: the connector's own words, up to 4 KB, kept with the page it came with. Never "now". */
    public record Cursor(String text) {
        public static final Cursor START = new Cursor("");

        public boolean isStart() {
            return text.isEmpty();
        }
    }

    private final String name;
    private final Lane.Call<Query, Page> read;
    private final boolean complete;
    private final int limit;
    private final Optional<EntityType> under;
    private final boolean seldom;
    private final boolean unsure;

    private Feed(
            String name,
            Lane.Call<Query, Page> read,
            boolean complete,
            int limit,
            Optional<EntityType> under,
            boolean seldom,
            boolean unsure) {
        this.name = name;
        this.read = read;
        this.complete = complete;
        this.limit = limit;
        this.under = under;
        this.seldom = seldom;
        this.unsure = unsure;
    }
    /** From START to the last page: everything there is. What a finished pass didn't mention is looked up, then deactivated. */
    public static Feed sweep(Lane.Call<Query, Page> read) {
        return new Feed("sweep", read, true, 100, Optional.empty(), false, false);
    }
    /**
     * What changed at or after the cursor; records at the border come again, which is free. START gives a place no
     * later than now, with or without records. RESTART if the place is no longer known.
     */
    public static Feed changes(Lane.Call<Query, Page> read) {
        return new Feed("changes", read, false, 100, Optional.empty(), false, false);
    }
    /** A sweep below one parent; read lazily, parents that people look at first. */
    public static Feed under(EntityType parent, Lane.Call<Query, Page> read) {
        return new Feed("under-" + parent, read, true, 100, Optional.of(parent), false, false);
    }
    /** Needed where a type has two feeds of a sort; the cursor is kept under it. */
    public Feed named(String name) {
        return new Feed(name, read, complete, limit, under, seldom, unsure);
    }
    /** The largest page this vendor gives; 100 if not said. */
    public Feed pages(int limit) {
        return new Feed(name, read, complete, limit, under, seldom, unsure);
    }

    /** A sweep of many requests: not read more often than other sweeps, even where nothing else tells of changes. */
    public Feed seldom() {
        return new Feed(name, read, complete, limit, under, true, unsure);
    }

    /**
     * Below a parent: an answer may be cut without showing it, since the list doesn't tell its length. What it shows counts
     * at once; it is read once more when nothing else is to do, and again as long as that shows something else.
     */
    public Feed unsure() {
        return new Feed(name, read, complete, limit, under, seldom, true);
    }

    public String name() {
        return name;
    }

    public Lane.Call<Query, Page> read() {
        return read;
    }

    public boolean isComplete() {
        return complete;
    }

    public int limit() {
        return limit;
    }

    public Optional<EntityType> under() {
        return under;
    }

    public boolean isSeldom() {
        return seldom;
    }

    public boolean isUnsure() {
        return unsure;
    }
}
