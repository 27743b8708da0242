package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.Ticket;
import io.mortise.store.Entry;
import io.mortise.store.Query;
import io.mortise.store.Row;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JustSeenTest {
    private final House house = new House();
    private final Workshop workshop = new Workshop();
    private final Reader reader = house.connect(workshop);

    private Row ticket() {
        return house.store.read(s -> s.rows(Query.all("ticket", 10))).get(0);
    }

    @Test
    void whatIsChangedThereBetweenALookAndAnEditHereIsSeenBeforeTheEditIsSent() {
        house.hours(2, List.of(reader));
        reader.round();
        house.clock.pass(Duration.ofMillis(500));
        workshop.rename("Theirs");
        house.clock.pass(Duration.ofMillis(500));
        Hand.sets(house, ticket(), Ticket.TITLE, "Mine", "Ann");
        house.work();
        List<Entry> told = house.store.read(s -> s.journal(ticket().ref(), "", 20));
        assertThat(told).extracting(e -> e.after() + e.text()).anyMatch(text -> text.contains("Theirs"));
    }
}
