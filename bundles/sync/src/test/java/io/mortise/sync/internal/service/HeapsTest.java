package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.sync.internal.remote.LiveRemote;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is left to do, as the dashboard's estimate knows it. */
class HeapsTest {
    private final House house = new House();
    private final Desk desk = new Desk();
    private final Reader reader = house.connect(desk);

    private List<Heap> heaps() {
        LiveRemote remote = (LiveRemote) house.remotes.get(0);
        return house.store.read(s -> new Heaps(house.progress, s.tally()).of(s, remote, house.clock.instant()));
    }

    private List<Heap> heaps(String type, Heap.Sort sort) {
        return heaps().stream()
                .filter(heap -> heap.type().equals(type) && heap.sort() == sort)
                .toList();
    }

    private Heap below() {
        return heaps("ticketNote", Heap.Sort.BELOW).get(0);
    }

    @Test
    void f075_nobodyKnowsHowLongAListIsBeforeItsFirstPage() throws Exception {
        ((LiveRemote) house.remotes.get(0)).look();
        assertThat(heaps("ticket", Heap.Sort.READ))
                .singleElement()
                .matches(heap -> heap.left().isEmpty());
        assertThat(below().left()).isEmpty();
    }

    @Test
    void f075_whatLiesBelowTicketsIsLeftUntilEachHasBeenRead() {
        for (int i = 0; i < 5; i++) {
            desk.tickets.put("t" + i, "Ticket " + i);
            desk.notes.put("t" + i, Map.of("n", "Note of " + i));
        }
        reader.round();
        assertThat(heaps("ticket", Heap.Sort.READ)).isEmpty();
        assertThat(below().left()).hasValue(5);
        assertThat(below().all()).isEqualTo(5);
        assertThat(below().below()).contains("ticket");
        house.work();
        assertThat(below().left()).hasValue(0);
        assertThat(below().all()).isEqualTo(5);
        assertThat(below().isDone()).isTrue();
    }

    @Test
    void f076_onlyATicketThatHasMovedIsLeft() {
        desk.tickets.put("1", "Printer");
        desk.tickets.put("2", "Mail");
        reader.round();
        house.work();
        desk.tickets.put("2", "Mail is slow");
        house.clock.pass(Duration.ofHours(1));
        reader.round();
        assertThat(below().left()).hasValue(1);
        assertThat(below().all()).isEqualTo(2);
    }
}
