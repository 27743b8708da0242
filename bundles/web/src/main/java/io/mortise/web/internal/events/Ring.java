package io.mortise.web.internal.events;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/** The last events, for browsers whose connection broke. Guarded by its stream. */
final class Ring {
    private static final int SIZE = 1000;

    private final ArrayDeque<Event> events = new ArrayDeque<>(SIZE);
    private long last;

    long next() {
        return ++last;
    }

    long last() {
        return last;
    }

    void add(Event event) {
        if (events.size() == SIZE) events.removeFirst();
        events.addLast(event);
    }

    /** What came after that one; empty when it can't be told any more and everything must be read anew. */
    Optional<List<Event>> after(long number) {
        if (number > last || number < last - events.size()) return Optional.empty();
        return Optional.of(
                events.stream().filter(event -> event.number() > number).toList());
    }
}
