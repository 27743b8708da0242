package io.mortise.sync.internal.reconcile;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two changed versions of one text made one. Where only one of them changed something, that change holds; where both
 * changed the same place in different ways, both versions stand there, one after the other: nobody's words are lost.
 */
final class ThreeWay {
    private final List<String> base;
    private final List<String> merged = new ArrayList<>();
    private boolean overlapped;

    /** @param overlapped both changed the same place */
    record Merged(List<String> parts, boolean overlapped) {}

    /** A change of the parts from {@code start} to before {@code end}. */
    private record Change(int start, int end, List<String> now, boolean mine) {
        boolean meets(int from, int to) {
            boolean sameGap = start == end && from == to && start == from;
            return sameGap || start < to && from < end;
        }
    }

    private ThreeWay(List<String> base) {
        this.base = base;
    }

    static Merged merge(List<String> base, List<String> mine, List<String> theirs) {
        ThreeWay merge = new ThreeWay(base);
        merge.all(Stream.concat(changes(base, mine, true), changes(base, theirs, false))
                .sorted(Comparator.comparingInt(Change::start).thenComparingInt(Change::end))
                .toList());
        return new Merged(List.copyOf(merge.merged), merge.overlapped);
    }

    /** What two versions without a common past have in common, in order. */
    static List<String> common(List<String> one, List<String> other) {
        List<String> left = new ArrayList<>(one);
        List<Change> changes = changes(one, other, true).toList();
        for (int i = changes.size() - 1; i >= 0; i--)
            left.subList(changes.get(i).start, changes.get(i).end).clear();
        return left;
    }

    private static Stream<Change> changes(List<String> from, List<String> to, boolean mine) {
        return DiffUtils.diff(from, to).getDeltas().stream().map(delta -> change(delta, mine));
    }

    private static Change change(AbstractDelta<String> delta, boolean mine) {
        int start = delta.getSource().getPosition();
        return new Change(
                start,
                start + delta.getSource().size(),
                List.copyOf(delta.getTarget().getLines()),
                mine);
    }

    private void all(List<Change> changes) {
        int at = 0;
        for (int i = 0; i < changes.size(); ) {
            int start = changes.get(i).start;
            int end = changes.get(i).end;
            List<Change> together = new ArrayList<>(List.of(changes.get(i++)));
            while (i < changes.size() && changes.get(i).meets(start, end)) {
                end = Math.max(end, changes.get(i).end);
                together.add(changes.get(i++));
            }
            merged.addAll(base.subList(at, start));
            merged.addAll(settled(together, start, end));
            at = end;
        }
        merged.addAll(base.subList(at, base.size()));
    }

    private List<String> settled(List<Change> together, int start, int end) {
        List<String> mine = version(together, start, end, true);
        List<String> theirs = version(together, start, end, false);
        if (together.stream().noneMatch(change -> !change.mine)) return mine;
        if (together.stream().noneMatch(Change::mine)) return theirs;
        if (holds(mine, theirs)) return mine;
        if (holds(theirs, mine)) return theirs;
        overlapped = true;
        return Stream.concat(mine.stream(), theirs.stream()).toList();
    }

    private List<String> version(List<Change> together, int start, int end, boolean mine) {
        List<String> version = new ArrayList<>();
        int at = start;
        for (Change change : together) {
            if (change.mine != mine) continue;
            version.addAll(base.subList(at, change.start));
            version.addAll(change.now);
            at = change.end;
        }
        version.addAll(base.subList(at, end));
        return version;
    }

    /** Does {@code whole} say all that {@code part} says, in its order? */
    private static boolean holds(List<String> whole, List<String> part) {
        int found = 0;
        for (String one : whole) if (found < part.size() && one.equals(part.get(found))) found++;
        return found == part.size();
    }
}
