package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.store.Query;
import io.mortise.store.Row;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BelowTest {
    private final House house = new House();
    private final Desk desk = new Desk();
    private final Reader reader = house.connect(desk);

    private void hours() {
        house.hours(4, List.of(reader));
    }

    private List<Row> notes() {
        return house.store.read(s -> s.rows(Query.all("ticketNote", 100).alsoInactive()));
    }

    private void ticket(String id, String title, String... notes) {
        desk.tickets.put(id, title);
        Map<String, String> all = new TreeMap<>();
        for (String note : notes) all.put("n" + all.size(), note);
        desk.notes.put(id, all);
    }

    @Test
    void whatLiesBelowATicketComesWithItAndIsReadAgainOnlyWhenTheTicketMoves() {
        ticket("1", "Printer", "It says no", "It still does");
        ticket("2", "Mail");
        hours();
        assertThat(notes()).extracting(Row::title).containsExactlyInAnyOrder("It says no", "It still does");
        assertThat(desk.asked).containsExactlyInAnyOrder("1", "2");
        List<Row> tickets = house.store.read(s -> s.rows(Query.all("ticket", 10)));
        assertThat(tickets)
                .as("what only a fetch shows comes when nothing else is to do")
                .allSatisfy(row -> assertThat(row.fields()).contains("vsa"));
        int asked = desk.asked.size();
        desk.notes.get("2").put("n0", "Nobody hears of this yet");
        hours();
        assertThat(desk.asked).hasSize(asked);
        desk.tickets.put("2", "Mail is slow");
        hours();
        assertThat(desk.asked).hasSize(asked + 1).last().isEqualTo("2");
        assertThat(notes()).hasSize(3);
    }

    @Test
    void aNoteThatIsGoneIsLookedUpAloneAndKeptDeactivated() {
        ticket("1", "Printer", "It says no", "It still does");
        hours();
        desk.notes.get("1").remove("n0");
        desk.tickets.put("1", "Printer on fire");
        hours();
        hours();
        assertThat(notes()).filteredOn(Row::active).extracting(Row::title).containsExactly("It still does");
        assertThat(notes()).hasSize(2);
    }

    @Test
    void whatAVendorCutsWithoutShowingItComesWhenNothingElseIsToDo() {
        desk.unsure = true;
        ticket("1", "Printer", "It says no", "It still does", "It burns");
        desk.cuts.addAll(List.of(1, 2)); // the first reading, and the second
        hours();
        assertThat(notes()).hasSize(3);
        assertThat(desk.asked).as("until nothing new came").hasSize(4);
        hours();
        assertThat(desk.asked).hasSize(4);
    }

    @Test
    void aSecondReadingThatIsCutTakesNothingAway() {
        desk.unsure = true;
        ticket("1", "Printer", "It says no", "It still does");
        desk.cuts.addAll(List.of(2, 0));
        hours();
        assertThat(notes()).filteredOn(Row::active).hasSize(2);
        assertThat(desk.asked)
                .as("it lacked something known, so it was read again")
                .hasSize(3);
    }

    @Test
    void aSecondReadingGoesLast() {
        desk.unsure = true;
        ticket("1", "Printer", "It says no");
        ticket("2", "Mail", "It says nothing");
        hours();
        assertThat(desk.asked.subList(0, 2)).containsExactlyInAnyOrder("1", "2");
        assertThat(desk.asked.subList(2, 4)).containsExactlyInAnyOrder("1", "2");
        assertThat(desk.asked).hasSize(4);
    }

    @Test
    void whatChangesQuietlyIsReadAgainAfterASweepOfItsRecords() {
        desk.quiet = true;
        ticket("1", "Printer", "It says no");
        hours();
        desk.notes.get("1").put("n1", "Nobody was told of this");
        for (int i = 0; i < 7; i++) hours(); // its turn comes once in 24 sweeps
        assertThat(notes()).extracting(Row::title).contains("Nobody was told of this");
    }

    @Test
    void aConnectorThatGoesDeeperReadsBelowWhatIsKnownAlready() {
        desk.shallow = true;
        ticket("1", "Printer", "It says no");
        hours();
        assertThat(notes()).isEmpty();
        house.restart();
        desk.shallow = false;
        Reader next = house.connect(desk);
        house.clock.pass(Duration.ofHours(1));
        next.round();
        house.work();
        assertThat(notes()).extracting(Row::title).containsExactly("It says no");
        house.restart();
        house.connect(desk).round();
        house.work();
        assertThat(desk.asked).as("once is enough").hasSize(1);
    }
}
