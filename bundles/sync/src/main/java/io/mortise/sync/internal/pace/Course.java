package io.mortise.sync.internal.pace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/**
 * How a heap of work shrinks, and when it will be gone at the pace of its last third. Work may be done in large steps
 * (pages), so what counts is the time between steps. A heap that grows anew begins anew. Not thread-safe.
 */
public final class Course {
    /** With fewer units, or in less time, chance tells more than pace does. */
    private static final int UNITS = 10;

    private static final long LEAST = 3_000;
    private static final int STEPS = 20;
    private static final long HORIZON = 20_000;
    private static final int MOST = 600;

    /** Looks that found something changed, and the first. */
    private final Deque<Look> steps = new ArrayDeque<>();

    private long began;
    private long last;

    private record Look(long at, long left) {}

    /** What is left now; looks come in the order of time. */
    public void at(long now, long left) {
        Look before = steps.peekLast();
        if (before != null && (now < last || left > before.left + UNITS + before.left / 20)) steps.clear();
        if (steps.isEmpty()) began = now;
        last = now;
        if (!steps.isEmpty() && left == steps.getLast().left) return;
        steps.addLast(new Look(now, left));
        long oldest = now - Math.max(HORIZON, (now - began) / 3);
        while (steps.size() > STEPS && steps.getFirst().at < oldest) steps.removeFirst();
        if (steps.size() > MOST) thin();
    }

    /**
     * @param most units for each millisecond that may be done at all, whatever was done at first
     * @return the moment; empty while the pace isn't known, when it stands still, and when nothing is left
     */
    public OptionalLong gone(double most) {
        if (steps.size() < 3 || steps.getLast().left == 0) return OptionalLong.empty();
        Look from = steps.getFirst();
        Look to = steps.getLast();
        long done = from.left - to.left;
        long time = to.at - from.at;
        if (done < UNITS || time < LEAST || last - to.at > patience(time)) return OptionalLong.empty();
        double pace = Math.min(most, (double) done / time);
        return OptionalLong.of(Math.max(last + 1, to.at + (long) Math.ceil(to.left / pace)));
    }

    /** So long without a step isn't a pause between two any more. */
    private long patience(long time) {
        return Math.max(HORIZON, 5 * time / (steps.size() - 1));
    }

    private void thin() {
        List<Look> all = List.copyOf(steps);
        steps.clear();
        for (int i = all.size() - 1; i >= 0; i -= 2) steps.addFirst(all.get(i));
    }
}
