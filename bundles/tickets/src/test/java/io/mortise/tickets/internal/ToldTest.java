package io.mortise.tickets.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.api.Find;
import io.mortise.model.Choice;
import io.mortise.model.Entity;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.RichText;
import io.mortise.model.Ticket;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ToldTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private final Entity ticket = new Entity(
            Ref.to(Ticket.TYPE, "1"),
            1,
            Fields.with()
                    .set(Ticket.TITLE, "Printer, front desk")
                    .set(Ticket.NUMBER, "T-77")
                    .set(Ticket.DESCRIPTION, new RichText("<p>It <b>beeps</b></p>"))
                    .set(Ticket.STATUS, Choice.named("In Progress"))
                    .set(Ticket.OPEN_DATE, NOON)
                    .build());

    @Test
    void conditions_mean_what_they_mean_in_the_store() {
        Find all = Find.all(Ticket.TYPE);
        Choice other = Choice.named("New");
        assertThat(Told.holds(all.is(Ticket.STATUS, other, Choice.named("in progress")), ticket))
                .isTrue();
        assertThat(Told.holds(all.is(Ticket.STATUS, other), ticket)).isFalse();
        assertThat(Told.holds(all.missing(Ticket.ASSIGNEE), ticket)).isTrue();
        assertThat(Told.holds(all.missing(Ticket.STATUS), ticket)).isFalse();
        assertThat(Told.holds(all.from(Ticket.OPEN_DATE, NOON), ticket)).isTrue();
        assertThat(Told.holds(all.before(Ticket.OPEN_DATE, NOON), ticket)).isFalse();
        assertThat(Told.holds(all.before(Ticket.DUE_DATE, NOON), ticket)).isFalse();
    }

    @Test
    void words_are_beginnings_of_its_own_words() {
        assertThat(Told.says(ticket, "prin fro")).isTrue();
        assertThat(Told.says(ticket, "BEEPS t-77 progress")).isTrue();
        assertThat(Told.says(ticket, "rinter")).isFalse();
        assertThat(Told.says(ticket, "printer toner")).isFalse();
    }
}
