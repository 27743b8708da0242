package io.mortise.sync.internal.service;

import io.mortise.connector.Feed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When each feed of one connection is read next. A feed that fails is put off alone. Not thread-safe. */
final class Turns {
    private static final long SOON = -1;
    private static final Turn FIRST = new Turn(0, 0, false);
    /** After so many failures of a change feed the sweep doesn't wait any longer for it to have its place. */
    private static final int PATIENCE = 3;

    private final Map<String, Turn> turns = new HashMap<>();

    /** @param placed a change feed that knows where to go on, or that nobody can wait for */
    private record Turn(long at, int failures, boolean placed) {}

    boolean due(String type, Feed feed, long now) {
        return now >= turn(type, feed).at;
    }

    /** May a sweep begin? Only when what changes from now on is seen by the change feeds. */
    boolean placed(String type, List<Feed> feeds) {
        return feeds.stream()
                .filter(feed -> !feed.isComplete())
                .map(feed -> turn(type, feed))
                .allMatch(turn -> turn.placed || turn.failures >= PATIENCE);
    }

    void next(String type, Feed feed, long at, boolean placed) {
        turns.put(key(type, feed), new Turn(at, 0, placed));
    }

    /** At the next opportunity, unless it has failed and waits for that. */
    void soon(String type, Feed feed) {
        Turn turn = turn(type, feed);
        if (turn.failures == 0) turns.put(key(type, feed), new Turn(SOON, 0, turn.placed));
    }

    boolean isSoon(String type, Feed feed) {
        return turn(type, feed).at == SOON && turn(type, feed).placed;
    }

    /** @param blocked an admin must do something, so the sweep doesn't wait for it */
    void failed(String type, Feed feed, long now, long atLeast, boolean blocked) {
        Turn turn = turn(type, feed);
        long at = now + Math.max(atLeast, backoff(turn.failures + 1));
        turns.put(key(type, feed), new Turn(at, turn.failures + 1, turn.placed || blocked));
    }

    /** Milliseconds: half a second, and more with each failure, up to about a minute. */
    static long backoff(int failures) {
        return 500 + (long) (Math.random() * 1000 * (1L << Math.min(failures, 6)));
    }

    private Turn turn(String type, Feed feed) {
        return turns.getOrDefault(key(type, feed), FIRST);
    }

    private static String key(String type, Feed feed) {
        return type + "/" + feed.name();
    }
}
