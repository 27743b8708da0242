package io.mortise.tickets.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Records.Option;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.model.Choice;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MovesTest {
    private static final Choice NEW = Choice.named("New");
    private static final Choice DONE = Choice.named("Completed");
    private static final Choice DROPPED = Choice.named("Cancelled");
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private final Moves moves = new Moves(Set.of(DONE, DROPPED));

    private static void refused(Reason reason, String word, Runnable run) {
        assertThatThrownBy(run::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.getMessage() + refusal.fields()).contains(word);
        });
    }

    @Test
    void a_closed_ticket_stays_as_it_is_until_it_is_reopened() {
        Fields closed = Fields.of(Ticket.STATUS, DONE);
        refused(
                Reason.VIEW_ONLY,
                "Reopen it first",
                () -> moves.checked(closed, true, Fields.of(Ticket.TITLE, "Another title")));
        Fields reopened = Fields.with()
                .set(Ticket.STATUS, NEW)
                .set(Ticket.TITLE, "Another title")
                .build();
        assertThat(moves.checked(closed, true, reopened)).isEqualTo(reopened);
        assertThat(moves.checked(closed, true, Fields.of(Ticket.STATUS, DROPPED))
                        .get(Ticket.STATUS))
                .contains(DROPPED);
    }

    @Test
    void what_the_psa_has_locked_or_lost_can_only_be_read() {
        Fields change = Fields.of(Ticket.TITLE, "Another title");
        refused(Reason.VIEW_ONLY, "locked", () -> moves.checked(Fields.of(Ticket.READ_ONLY, true), true, change));
        refused(Reason.VIEW_ONLY, "no longer", () -> moves.checked(Fields.NONE, false, change));
    }

    @Test
    void a_locked_open_date_stays_and_the_same_once_more_is_no_change() {
        Fields ticket = Fields.with()
                .set(Ticket.OPEN_DATE, NOON)
                .set(Ticket.OPEN_DATE_LOCKED, true)
                .build();
        refused(
                Reason.VIEW_ONLY,
                "open date",
                () -> moves.checked(ticket, true, Fields.of(Ticket.OPEN_DATE, NOON.plusSeconds(60))));
        assertThat(moves.checked(ticket, true, Fields.of(Ticket.OPEN_DATE, NOON))
                        .names())
                .containsExactly("openDate");
    }

    @Test
    void dates_in_the_wrong_order_are_told_at_the_field() {
        Fields ticket = Fields.of(Ticket.OPEN_DATE, NOON);
        refused(
                Reason.INVALID,
                "dueDate=lies before",
                () -> moves.checked(ticket, true, Fields.of(Ticket.DUE_DATE, NOON.minusSeconds(1))));
        assertThat(moves.checked(ticket, true, Fields.of(Ticket.DUE_DATE, NOON)).names())
                .containsExactly("dueDate");
        Fields wrongAlready =
                ticket.but().set(Ticket.DUE_DATE, NOON.minusSeconds(1)).build();
        assertThat(moves.checked(wrongAlready, true, Fields.of(Ticket.TITLE, "x"))
                        .names())
                .as("who changes something else isn't held up by it")
                .containsExactly("title");
    }

    @Test
    void a_sub_issue_type_goes_with_its_issue_type() {
        Fields ticket = Fields.with()
                .set(Ticket.ISSUE_TYPE, Choice.named("Hardware"))
                .set(Ticket.SUB_ISSUE_TYPE, Choice.named("Printer"))
                .build();
        Fields moved = moves.checked(ticket, true, Fields.of(Ticket.ISSUE_TYPE, Choice.named("Network")));
        assertThat(moved.mentions(Ticket.SUB_ISSUE_TYPE)).isTrue();
        assertThat(moved.get(Ticket.SUB_ISSUE_TYPE)).isEmpty();
        refused(
                Reason.INVALID,
                "hangs below",
                () -> moves.checkedNew(Fields.of(Ticket.SUB_ISSUE_TYPE, Choice.named("Printer"))));
    }

    @Test
    void another_customer_leaves_the_first_ones_people_and_machines_behind() {
        Fields ticket = Fields.with()
                .set(Ticket.ORGANIZATION, Ref.to(Organization.TYPE, "1"))
                .set(Ticket.CONTACT, new Ref("contact", "7"))
                .build();
        Fields moved = moves.checked(ticket, true, Fields.of(Ticket.ORGANIZATION, Ref.to(Organization.TYPE, "2")));
        assertThat(moved.mentions(Ticket.CONTACT)).isTrue();
        assertThat(moved.get(Ticket.CONTACT)).isEmpty();
        assertThat(moved.mentions(Ticket.LOCATION)).isFalse();
    }

    private static Option option(Choice status) {
        return new Option(status, "", "", false, status.equals(DONE));
    }

    @Test
    void what_is_offered_is_what_is_let_through() {
        List<Option> all = List.of(option(NEW), option(DONE), option(DROPPED));
        assertThat(moves.legal(Fields.of(Ticket.STATUS, NEW), true, all)).isEqualTo(all);
        assertThat(moves.legal(Fields.of(Ticket.STATUS, DONE), true, all)).isEqualTo(all);
        assertThat(moves.legal(Fields.of(Ticket.STATUS, NEW), false, all)).isEmpty();
        assertThat(moves.legal(Fields.of(Ticket.READ_ONLY, true), true, all)).isEmpty();
    }
}
