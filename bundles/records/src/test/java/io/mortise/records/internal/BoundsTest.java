package io.mortise.records.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.api.Once;
import io.mortise.api.Reach;
import io.mortise.api.Refusal;
import io.mortise.api.Slice;
import io.mortise.model.Entity;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import io.mortise.model.TicketNote;
import io.mortise.store.memory.MemoryStore;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Tickets of customers that a caller mustn't know of, asked for in every way there is. */
class BoundsTest {
    private static final Set<String> RIGHTS = Set.of(
            "organization.read",
            "organization.edit",
            "ticket.read",
            "ticket.edit",
            "ticketNote.read",
            "ticketNote.edit");
    private final MemoryStore store = new MemoryStore();
    private final Some reach = new Some();
    private final RecordsService records = new RecordsService(store, new Wire(), reach);
    private final Caller tech = new Someone(RIGHTS);

    private final Ref acme = organization("Acme");
    private final Ref beta = organization("Beta");
    private final Ref theirs = ticket(acme, "Printer of Acme");
    private final Ref hidden = ticket(beta, "Printer of Beta");
    private final Ref seenNote = note(theirs);
    private final Ref hiddenNote = note(hidden);

    /** Once it is narrowed: these customers, and nothing of what was named. */
    private static final class Some implements Reach {
        private Optional<Set<String>> some = Optional.empty();
        private final Set<Ref> hidden = new HashSet<>();

        @Override
        public Customers of(Caller caller) {
            return new Customers(some, "");
        }

        @Override
        public Set<Ref> hidden(Caller caller, Collection<Ref> refs) {
            return refs.stream().filter(hidden::contains).collect(Collectors.toSet());
        }
    }

    private void narrow(Ref... customers) {
        reach.some = Optional.of(List.of(customers).stream().map(Ref::id).collect(Collectors.toSet()));
        reach.hidden.addAll(Set.of(hidden, hiddenNote));
    }

    private Ref organization(String name) {
        return records.create(tech, Organization.TYPE, Fields.of(Organization.NAME, name))
                .now()
                .ref();
    }

    private Ref ticket(Ref customer, String title) {
        Fields fields = Fields.with()
                .set(Ticket.TITLE, title)
                .set(Ticket.ORGANIZATION, customer)
                .build();
        return records.create(tech, Ticket.TYPE, fields).now().ref();
    }

    private Ref note(Ref ticket) {
        Fields fields = Fields.of(TicketNote.TICKET, ticket);
        return records.create(tech, TicketNote.TYPE, fields).now().ref();
    }

    private List<Ref> listed(Find find) {
        return records.list(tech, find).items().stream().map(Entity::ref).toList();
    }

    @Test
    void f074_lists_searches_and_counts_have_those_alone_that_may_be_seen() {
        assertThat(listed(Find.all(Ticket.TYPE))).containsExactlyInAnyOrder(theirs, hidden);
        narrow(acme);
        assertThat(listed(Find.all(Ticket.TYPE))).containsExactly(theirs);
        assertThat(listed(Find.all(Ticket.TYPE).words("printer"))).containsExactly(theirs);
        assertThat(listed(Find.all(Ticket.TYPE).of(Ticket.ORGANIZATION, beta))).isEmpty();
        assertThat(records.count(tech, Find.all(Ticket.TYPE))).isEqualTo(1);
        assertThat(records.count(tech, Find.all(Ticket.TYPE).of(Ticket.ORGANIZATION, beta)))
                .isZero();
        assertThat(listed(Find.all(TicketNote.TYPE))).containsExactly(seenNote);
        assertThat(records.count(tech, Find.all(TicketNote.TYPE))).isEqualTo(1);
        narrow();
        assertThat(listed(Find.all(Ticket.TYPE))).isEmpty();
        assertThat(records.count(tech, Find.all(Ticket.TYPE))).isZero();
    }

    @Test
    void f155_a_part_of_what_lies_below_tickets_does_not_tell_that_there_are_hidden_ones() {
        narrow(acme);
        for (int i = 0; i < 3; i++) reach.hidden.add(unseen());
        Slice<Entity> part = records.list(tech, Find.all(TicketNote.TYPE).page(Optional.empty(), 1));
        assertThat(part.items()).extracting(Entity::ref).containsExactly(seenNote);
        assertThat(part.next()).isEmpty();
    }

    /** A note that came into the hidden ticket from a system. */
    private Ref unseen() {
        Optional<Set<String>> narrowed = reach.some;
        reach.some = Optional.empty();
        reach.hidden.remove(hidden);
        Ref note = note(hidden);
        reach.hidden.add(hidden);
        reach.some = narrowed;
        return note;
    }

    @Test
    void f155_a_request_repeated_under_its_key_tells_nothing_of_what_is_hidden_by_now() {
        Optional<Once> once = Optional.of(new Once("k1", "a note"));
        Fields fields = Fields.of(TicketNote.TICKET, hidden);
        Ref made = records.create(tech, TicketNote.TYPE, fields, once).now().ref();
        assertThat(records.made(tech, TicketNote.TYPE, once.get())).isPresent();
        narrow(acme);
        reach.hidden.add(made);
        assertThat(records.made(tech, TicketNote.TYPE, once.get())).isEmpty();
        assertThatThrownBy(() -> records.create(tech, TicketNote.TYPE, fields, once))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(Refusal.Reason.INVALID));
    }

    @Test
    void f074_by_its_id_no_ticket_is_there_that_may_not_be_seen_nor_its_notes_names_and_history() {
        narrow(acme);
        assertThat(records.get(tech, theirs)).isPresent();
        for (Ref ref : List.of(hidden, hiddenNote)) {
            assertThat(records.get(tech, ref)).isEmpty();
            assertThat(records.links(tech, ref)).isEmpty();
            assertThat(records.origins(tech, ref)).isEmpty();
            assertThat(records.locked(tech, ref)).isEmpty();
        }
        assertThat(records.names(tech, List.of(theirs, hidden))).containsOnlyKeys(theirs);
        assertThat(records.origins(tech, List.of(theirs, hidden))).containsOnlyKeys(theirs);
        JournalService journal = new JournalService(store, records);
        assertThatThrownBy(() -> journal.of(tech, hidden, Optional.empty(), 10))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(Refusal.Reason.NOT_FOUND));
    }

    @Test
    void f074_nothing_is_made_moved_or_changed_where_it_could_not_be_seen() {
        narrow(acme);
        Entity seen = records.get(tech, theirs).orElseThrow();
        assertThatThrownBy(() -> records.edit(tech, hidden, 1, Fields.of(Ticket.TITLE, "Mine")))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(Refusal.Reason.NOT_FOUND));
        for (ThrowingCallable work : List.<ThrowingCallable>of(
                () -> ticket(beta, "Another"),
                () -> note(hidden),
                () -> records.edit(
                        tech,
                        theirs,
                        seen.version(),
                        Fields.with().clear(Ticket.ORGANIZATION).build()),
                () -> records.edit(tech, theirs, seen.version(), Fields.of(Ticket.ORGANIZATION, beta))))
            assertThatThrownBy(work)
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.reason()).isEqualTo(Refusal.Reason.INVALID));
    }
}
