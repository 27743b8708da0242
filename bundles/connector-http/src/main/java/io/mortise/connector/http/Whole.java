package io.mortise.connector.http;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed.Query;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import java.util.List;

/** A list that comes whole, handed on in parts. */
public final class Whole {
    private Whole() {}

    /** Cursor: how many were given. */
    public static int given(Query q) throws Fault {
        return q.cursor().isStart() ? 0 : Place.read(q.cursor(), 1).number(0);
    }

    /** The next part of {@code all}, after those that were given already. */
    public static Page part(Query q, List<Observation> all) throws Fault {
        int from = given(q);
        int to = Math.min(all.size(), from + q.limit());
        List<Observation> some = all.subList(Math.min(from, to), to);
        return to == all.size() ? Page.last(some) : Page.more(some, Place.of(to).text());
    }
}
