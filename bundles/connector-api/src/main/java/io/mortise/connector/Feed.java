package io.mortise.connector;

import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

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
    private final Set<Manner> manners;

    private enum Manner {
        SELDOM,
        UNSURE,
        QUIET,
        PASSING
    }

    private Feed(
            String name,
            Lane.Call<Query, Page> read,
            boolean complete,
            int limit,
            Optional<EntityType> under,
            Set<Manner> manners) {
        this.name = name;
        this.read = read;
        this.complete = complete;
        this.limit = limit;
        this.under = under;
        this.manners = manners;
    }
    /** From START to the last page: everything there is. What a finished pass didn't mention is looked up, then deactivated. */
    public static Feed sweep(Lane.Call<Query, Page> read) {
        return new Feed("sweep", read, true, 100, Optional.empty(), Set.of());
    }
    /**
     * What changed at or after the cursor; records at the border come again, which is free. START gives a place no
     * later than now, with or without records. RESTART if the place is no longer known. A pass can take minutes, and
     * people work on meanwhile: what is changed while it is read is shown by it or by the next. So the next begins no
     * later than this one's first request, however new the newest record was that it showed.
     */
    public static Feed changes(Lane.Call<Query, Page> read) {
        return new Feed("changes", read, false, 100, Optional.empty(), Set.of());
    }
    /** A sweep below one parent; read lazily, parents that people look at first. */
    public static Feed under(EntityType parent, Lane.Call<Query, Page> read) {
        return new Feed("under-" + parent, read, true, 100, Optional.of(parent), Set.of());
    }
    /** Needed where a type has two feeds of a sort; the cursor is kept under it. */
    public Feed named(String name) {
        return new Feed(name, read, complete, limit, under, manners);
    }
    /** The largest page this vendor gives; 100 if not said. */
    public Feed pages(int limit) {
        return new Feed(name, read, complete, limit, under, manners);
    }

    /** A sweep of many requests: not read more often than other sweeps, even where nothing else tells of changes. */
    public Feed seldom() {
        return with(Manner.SELDOM);
    }

    /**
     * Below a parent: an answer may be cut without showing it, since the list doesn't tell its length. What it shows counts
     * at once; it is read once more when nothing else is to do, and again as long as that shows something else.
     */
    public Feed unsure() {
        return with(Manner.UNSURE);
    }

    /**
     * Below a parent: what changes there doesn't move the parent, or nobody knows. It is read anew now and then, a part of
     * the parents after each of their sweeps, when nothing else is to do.
     */
    public Feed quiet() {
        return with(Manner.QUIET);
    }

    /** A sweep of what comes and goes (open alarms): what it doesn't show any more is over, however much that is. */
    public Feed passing() {
        return with(Manner.PASSING);
    }

    private Feed with(Manner manner) {
        Set<Manner> all = EnumSet.of(manner);
        all.addAll(manners);
        return new Feed(name, read, complete, limit, under, Set.copyOf(all));
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
        return manners.contains(Manner.SELDOM);
    }

    public boolean isUnsure() {
        return manners.contains(Manner.UNSURE);
    }

    public boolean isQuiet() {
        return manners.contains(Manner.QUIET);
    }

    public boolean isPassing() {
        return manners.contains(Manner.PASSING);
    }
}
