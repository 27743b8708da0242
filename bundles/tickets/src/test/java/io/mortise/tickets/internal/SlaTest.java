package io.mortise.tickets.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.Fields;
import io.mortise.model.Ticket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlaTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(5));
    private static final Instant EARLIER = NOW.minus(Duration.ofHours(5));

    private static Sla open(Fields.Builder ticket) {
        return Sla.of(ticket.build(), false, NOW);
    }

    private static Sla done(Fields.Builder ticket) {
        return Sla.of(ticket.build(), true, NOW);
    }

    @Test
    void f093_without_a_promise_there_is_none() {
        assertThat(open(Fields.with()).state()).isEqualTo("none");
        assertThat(open(Fields.with()).kind()).isEmpty();
    }

    @Test
    void f093_first_an_answer_is_due_then_a_solution() {
        Fields.Builder ticket =
                Fields.with().set(Ticket.RESPONSE_DUE, LATER).set(Ticket.RESOLUTION_DUE, LATER.plusSeconds(9));
        assertThat(open(ticket).kind()).contains("response");
        assertThat(open(ticket).dueAt()).contains(LATER);
        assertThat(open(ticket).state()).isEqualTo("running");
        Sla answered = open(ticket.set(Ticket.RESPONDED_AT, EARLIER));
        assertThat(answered.kind()).contains("resolution");
        assertThat(answered.dueAt()).contains(LATER.plusSeconds(9));
    }

    @Test
    void f093_it_is_due_soon_within_an_hour_and_overdue_from_the_moment_on() {
        assertThat(open(Fields.with().set(Ticket.RESOLUTION_DUE, NOW.plus(Sla.SOON)))
                        .state())
                .isEqualTo("due soon");
        assertThat(open(Fields.with()
                                .set(Ticket.RESOLUTION_DUE, NOW.plus(Sla.SOON).plusMillis(1)))
                        .state())
                .isEqualTo("running");
        assertThat(open(Fields.with().set(Ticket.RESOLUTION_DUE, NOW)).state()).isEqualTo("overdue");
        assertThat(open(Fields.with().set(Ticket.RESOLUTION_DUE, EARLIER)).state())
                .isEqualTo("overdue");
    }

    @Test
    void f093_while_the_customer_is_waited_for_it_is_paused() {
        assertThat(open(Fields.with().set(Ticket.RESOLUTION_DUE, EARLIER).set(Ticket.SLA_PAUSED, true))
                        .state())
                .isEqualTo("paused");
    }

    @Test
    void f093_a_closed_one_is_judged_by_the_psa_and_else_by_its_times() {
        Fields.Builder late = Fields.with().set(Ticket.RESOLUTION_DUE, EARLIER).set(Ticket.RESOLVED_AT, NOW);
        assertThat(done(late).state()).isEqualTo("missed");
        assertThat(done(late.set(Ticket.SLA_MET, true)).state()).isEqualTo("met");
        assertThat(done(Fields.with().set(Ticket.RESOLUTION_DUE, LATER).set(Ticket.COMPLETED_AT, NOW))
                        .state())
                .isEqualTo("met");
        assertThat(done(Fields.with().set(Ticket.RESOLUTION_DUE, LATER)).state())
                .as("nobody says when it ended")
                .isEqualTo("none");
    }

    @Test
    void f093_where_an_answer_alone_was_promised_that_is_judged_when_it_was_given() {
        Fields.Builder ticket = Fields.with().set(Ticket.RESPONSE_DUE, NOW).set(Ticket.RESPONDED_AT, EARLIER);
        assertThat(open(ticket).state()).isEqualTo("met");
        assertThat(open(ticket).kind()).contains("response");
    }
}
