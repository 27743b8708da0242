package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.store.Dirty;
import io.mortise.sync.internal.engine.Priority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LanesTest {
    private final Lanes lanes = new Lanes();

    private static List<Dirty> keys(Priority priority, String... lanes) {
        return Stream.of(lanes)
                .flatMap(lane -> IntStream.range(0, 9)
                        .mapToObj(i -> Dirty.of(lane + "/" + i, priority.ordinal(), Instant.EPOCH)))
                .toList();
    }

    private List<String> taken() {
        return Stream.iterate(lanes.next(key -> true), Optional::isPresent, last -> lanes.next(key -> true))
                .map(key -> key.orElseThrow().key())
                .toList();
    }

    @Test
    void eachHasItsTurnUntilItIsFull() {
        lanes.deal(keys(Priority.SWEEP, "b/related", "b/note"));
        assertThat(taken())
                .containsExactly(
                        "b/related/0",
                        "b/note/0",
                        "b/related/1",
                        "b/note/1",
                        "b/related/2",
                        "b/note/2",
                        "b/related/3",
                        "b/note/3");
    }

    @Test
    void whoeverLeavesMakesRoomForItsOwnLaneAlone() {
        List<Dirty> due = keys(Priority.SWEEP, "b/related", "b/note");
        lanes.deal(due);
        taken();
        lanes.leave(due.get(9));
        assertThat(taken()).containsExactly("b/note/4");
    }

    @Test
    void moreThanAreFullHaveThePlacesInTurnFromOneLookToTheNext() {
        List<Dirty> due = keys(Priority.SWEEP, "b/a", "b/b", "b/c", "b/d", "b/e");
        lanes.deal(due);
        List<String> first = taken();
        assertThat(first).hasSize(Lanes.IN_ALL).endsWith("b/a/3");
        Dirty last = due.get(0);
        List<String> next = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            lanes.leave(last);
            lanes.deal(due);
            last = lanes.next(key -> true).orElseThrow();
            assertThat(taken()).isEmpty();
            next.add(last.lane());
        }
        assertThat(next).containsExactly("b/b", "b/c", "b/d", "b/e", "b/a");
    }

    @Test
    void whatNobodyMayWorkOnIsDropped() {
        lanes.deal(keys(Priority.SWEEP, "b/note"));
        assertThat(lanes.next(key -> key.key().endsWith("7"))).map(Dirty::key).contains("b/note/7");
        assertThat(taken()).containsExactly("b/note/8");
    }

    @Test
    void ofOneTypeTheMoreUrgentGoesFirst() {
        List<Dirty> due = Stream.of(
                        keys(Priority.SWEEP, "b/note").stream(), keys(Priority.REST, "a/note", "d/ticket").stream())
                .flatMap(keys -> keys)
                .toList();
        lanes.deal(due);
        assertThat(taken()).as("they wait even while it is full").hasSize(8).noneMatch(key -> key.startsWith("a/"));
        lanes.deal(keys(Priority.REST, "a/note"));
        assertThat(taken()).hasSize(4);
    }

    @Test
    void roomIsWaitedForOnlyWhileSomethingIsInHand() throws InterruptedException {
        List<Dirty> due = keys(Priority.SWEEP, "b/note");
        assertThat(lanes.makesRoom(System.nanoTime() + 1_000_000_000_000L)).isFalse();
        lanes.deal(due);
        taken();
        assertThat(lanes.makesRoom(System.nanoTime() + 1_000_000))
                .as("nobody left")
                .isFalse();
        lanes.leave(due.get(0));
        lanes.leave(due.get(1));
        assertThat(lanes.makesRoom(System.nanoTime() + 1_000_000_000_000L)).isTrue();
        assertThat(taken()).hasSize(2);
        assertThat(lanes.makesRoom(System.nanoTime() + 1_000_000)).isFalse();
    }
}
