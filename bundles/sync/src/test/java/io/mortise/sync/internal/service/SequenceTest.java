package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.connector.Fault;
import io.mortise.model.Choice;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.RichText;
import io.mortise.model.Ticket;
import io.mortise.model.TicketNote;
import io.mortise.model.TimeLog;
import io.mortise.store.Link;
import io.mortise.store.Query;
import io.mortise.store.Row;
import io.mortise.sync.internal.files.FileBook;
import io.mortise.sync.internal.files.Giver;
import io.mortise.sync.internal.files.KeptFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SequenceTest {
    private final House house = new House();
    private final Workshop workshop = new Workshop();
    private Reader reader = house.connect(workshop);

    @BeforeEach
    void theTicketIsHere() {
        house.hours(2, List.of(reader));
    }

    private Row ticket() {
        return house.store.read(s -> s.rows(Query.all("ticket", 10))).get(0);
    }

    private void sets(Field<?> field, Object value) {
        Hand.sets(house, ticket(), field, value, "Ann");
        work();
    }

    private void note(String text) {
        Ref ticket = ticket().ref();
        Hand.makes(
                house,
                TicketNote.TYPE,
                Fields.with()
                        .set(TicketNote.TICKET, ticket)
                        .set(TicketNote.DETAILS, html(text))
                        .build(),
                "Ann");
        work();
    }

    private void time(String text) {
        Ref ticket = ticket().ref();
        Hand.makes(
                house,
                TimeLog.TYPE,
                Fields.with()
                        .set(TimeLog.TICKET, ticket)
                        .set(TimeLog.NOTES, text)
                        .set(TimeLog.WORK_TYPE, Choice.named("Travel"))
                        .build(),
                "Ann");
        work();
    }

    private static RichText html(String text) {
        return new RichText("<p>" + text + "</p>");
    }

    private void work() {
        house.work(); // five minutes
    }

    private void isBack() {
        workshop.away = false;
        house.hours(2, List.of(reader));
    }

    @Test
    void whatWasDoneWhileItWasAwayGoesOutInOrder() {
        workshop.away = true;
        time("Looked at it");
        sets(Ticket.TITLE, "Closed");
        note("Call us again if it comes back");
        sets(Ticket.DESCRIPTION, html("Driver 7"));
        time("Phoned");
        isBack();
        assertThat(workshop.got)
                .containsExactly(
                        "Looked at it",
                        "Closed",
                        html("Call us again if it comes back").toString(),
                        html("Driver 7").toString(),
                        "Phoned");
    }

    @Test
    void whatASystemRefusesHoldsNothingUp() {
        workshop.ofTime = Optional.of(Fault.of(Fault.Remedy.CORRECT, "the period is closed"));
        workshop.away = true;
        time("Looked at it");
        sets(Ticket.TITLE, "Closed");
        isBack();
        assertThat(workshop.got).containsExactly("Closed");
    }

    @Test
    void whatIsNeverTakenHoldsNothingUpForEver() {
        workshop.ofTime = Optional.of(Fault.of(Fault.Remedy.RETRY, "not just now"));
        time("Looked at it");
        sets(Ticket.TITLE, "Closed");
        assertThat(workshop.got).isEmpty();
        assertThat(trouble()).containsExactly("waits for the time log made before it");
        for (int minute = 0; minute < 30; minute += 5) { // it answers all else
            reader.round();
            work();
        }
        assertThat(workshop.got).containsExactly("Closed");
        assertThat(trouble()).containsExactly("");
    }

    private List<String> trouble() {
        Ref ticket = ticket().ref();
        return house.store.read(s -> s.links(ticket)).stream()
                .map(Link::trouble)
                .toList();
    }

    @Test
    void afterALongOutageItIsStillInOrder() {
        workshop.away = true;
        time("Looked at it");
        sets(Ticket.TITLE, "Closed");
        house.hours(12, List.of(reader));
        isBack();
        assertThat(workshop.got).containsExactly("Looked at it", "Closed");
    }

    @Test
    void whatWaitsForSomethingElseHoldsNothingUp() {
        workshop.needsKind = true; // and its list of kinds is empty
        house.restart();
        reader = house.connect(workshop);
        house.hours(1, List.of(reader));
        time("Looked at it");
        sets(Ticket.TITLE, "Closed");
        assertThat(workshop.got).containsExactly("Closed");
    }

    @Test
    void f094_whatIsDoneAfterAFileWasGivenWaitsForItAndNotForOneThatIsRefused() {
        workshop.takesFiles = true;
        house.restart();
        reader = house.connect(workshop);
        house.hours(1, List.of(reader));
        FileBook book = new FileBook(house.store, house.clock);
        KeptFile file = book.enter(file(), new Worker("ann"), Optional.empty());
        house.clock.pass(Duration.ofSeconds(1));
        sets(Ticket.TITLE, "Closed");
        assertThat(workshop.got).isEmpty();
        assertThat(trouble()).containsExactly("waits for the file given before it");
        book.put(file.refused("too large"));
        work();
        assertThat(workshop.got).containsExactly("Closed");
    }

    private KeptFile file() {
        long now = house.clock.millis();
        return new KeptFile(
                "9001",
                ticket().ref().id(),
                0,
                new KeptFile.About("plan.txt", "text/plain", 1, "00"),
                new Giver("ann", "Ann", "ann@example.org"),
                now,
                new KeptFile.Standing(KeptFile.State.WAITING, "", now, 0, true),
                KeptFile.Trace.NONE);
    }

    @Test
    void whatIsThereAlreadyHoldsNothingUp() {
        note("It burns");
        sets(Ticket.TITLE, "Fire");
        assertThat(workshop.got).containsExactly(html("It burns").toString(), "Fire");
    }
}
