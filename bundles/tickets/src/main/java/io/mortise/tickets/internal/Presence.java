package io.mortise.tickets.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who is at which ticket, in memory: forgotten 45 s after it was said last. Thread-safe. */
final class Presence {
    static final Duration GOOD = Duration.ofSeconds(45);
    private final Clock clock;
    private final Map<String, Map<String, At>> tickets = new HashMap<>();

    Presence(Clock clock) {
        this.clock = clock;
    }

    enum State {
        VIEWING,
        REPLYING,
        GONE
    }

    record Who(String ticket, String user, String name, State state) {}

    private record At(Who who, Instant until) {}

    /** @return whether that is news to others */
    synchronized boolean is(Who who) {
        Map<String, At> here = tickets.computeIfAbsent(who.ticket, any -> new TreeMap<>());
        At before = who.state == State.GONE
                ? here.remove(who.user)
                : here.put(who.user, new At(who, clock.instant().plus(GOOD)));
        if (here.isEmpty()) tickets.remove(who.ticket);
        State was = before == null || isOver(before) ? State.GONE : before.who.state;
        return was != who.state;
    }

    synchronized List<Who> at(String ticket) {
        return tickets.getOrDefault(ticket, Map.of()).values().stream()
                .filter(at -> !isOver(at))
                .map(At::who)
                .sorted(Comparator.comparing(Who::name))
                .toList();
    }

    /** Forgets those that haven't been heard of, and says who they were. */
    synchronized List<Who> gone() {
        List<Who> gone = new ArrayList<>();
        tickets.values()
                .forEach(here -> here.values().removeIf(at -> {
                    if (!isOver(at)) return false;
                    gone.add(new Who(at.who.ticket, at.who.user, at.who.name, State.GONE));
                    return true;
                }));
        tickets.values().removeIf(Map::isEmpty);
        return gone;
    }

    private boolean isOver(At at) {
        return !at.until.isAfter(clock.instant());
    }
}
