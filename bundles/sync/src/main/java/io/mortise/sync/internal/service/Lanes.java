package io.mortise.sync.internal.service;

import io.mortise.store.Dirty;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Whose turn it is among the lanes ({@link Dirty#lane}) of what is due: while one waits for its vendor's limit, the
 * others go on. Of two lanes of one type the more urgent goes first, since both ask the vendor for the same. Thread-safe;
 * one thread deals and takes, all may leave.
 */
final class Lanes {
    /** Of one lane: so many requests on their way use up what a vendor allows of a kind; more would only wait for it. */
    static final int AT_ONCE = 4;
    /** Of all, so that no vendor has too many at a time; where more lanes are full, they have these in turn. */
    static final int IN_ALL = 16;

    private final Map<String, Deque<Dirty>> hand = new LinkedHashMap<>();
    private final Map<String, Integer> atWork = new HashMap<>();
    private final Map<String, Long> turns = new HashMap<>();
    private final Semaphore room = new Semaphore(0);
    private long turn;

    /** What is due now, the most urgent first, instead of what was in hand before. */
    synchronized void deal(List<Dirty> due) {
        hand.clear();
        for (Dirty key : due)
            hand.computeIfAbsent(key.lane(), lane -> new ArrayDeque<>()).add(key);
    }

    /**
     * The first key of the lane whose last turn is longest ago, of those that have room.
     *
     * @param take whether somebody may work on a key now; what nobody may is dropped
     */
    synchronized Optional<Dirty> next(Predicate<Dirty> take) {
        for (Optional<String> lane = first(); lane.isPresent(); lane = first()) {
            Dirty key = draw(lane.get());
            if (!take.test(key)) continue;
            atWork.merge(lane.get(), 1, Integer::sum);
            turns.put(lane.get(), ++turn);
            return Optional.of(key);
        }
        return Optional.empty();
    }

    private Optional<String> first() {
        if (atWork.values().stream().mapToInt(Integer::intValue).sum() == IN_ALL) return Optional.empty();
        return hand.keySet().stream()
                .filter(lane -> atWork.getOrDefault(lane, 0) < AT_ONCE)
                .filter(lane -> hand.keySet().stream().noneMatch(other -> precedes(other, lane)))
                .min(Comparator.comparing(lane -> turns.getOrDefault(lane, 0L)));
    }

    private boolean precedes(String other, String lane) {
        return type(other).equals(type(lane)) && priority(other) < priority(lane);
    }

    private static String type(String lane) {
        return lane.substring(lane.indexOf('/') + 1);
    }

    private int priority(String lane) {
        return hand.get(lane).element().priority();
    }

    private Dirty draw(String lane) {
        Deque<Dirty> keys = hand.get(lane);
        Dirty key = keys.remove();
        if (keys.isEmpty()) hand.remove(lane);
        return key;
    }

    /** A key that was taken isn't worked on any more. */
    void leave(Dirty key) {
        synchronized (this) {
            atWork.computeIfPresent(key.lane(), (lane, count) -> count == 1 ? null : count - 1);
        }
        room.release();
    }

    /**
     * Waits until somebody leaves.
     *
     * @param until in nanoseconds of the system
     * @return false if nothing is left in hand, or nobody has left in time
     */
    boolean makesRoom(long until) throws InterruptedException {
        if (isEmpty() || !room.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS)) return false;
        room.drainPermits();
        return true;
    }

    private synchronized boolean isEmpty() {
        return hand.isEmpty();
    }
}
