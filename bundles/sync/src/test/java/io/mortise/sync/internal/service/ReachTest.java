package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.api.Connections.Draft;
import io.mortise.api.Connections.Terms;
import io.mortise.api.Inbox;
import io.mortise.api.Reach;
import io.mortise.api.Refusal;
import io.mortise.connector.Fault;
import io.mortise.model.Attachment;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import io.mortise.model.TicketNote;
import io.mortise.store.Json;
import io.mortise.store.Query;
import io.mortise.store.Row;
import io.mortise.store.Rows;
import io.mortise.store.Rows.Content;
import io.mortise.sync.internal.engine.Pass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whose tickets a person sees while the cabinet is connected. */
@Timeout(60)
class ReachTest {
    private final Office office = new Office();
    private final Reach reach = new ReachService(office.engine);
    private final Rows rows = new Rows(new Json());

    ReachTest() {
        office.cabinet.customers.put("p", "Beta");
        office.engine.reader(office.id).orElseThrow().readAll();
    }

    @AfterEach
    void stop() {
        office.close();
    }

    private Ref organization(String name) throws InterruptedException {
        await(() -> find(name).isPresent());
        return find(name).orElseThrow().ref();
    }

    private Optional<Row> find(String name) {
        return office.store.read(s -> s.rows(Query.all(Organization.TYPE.name(), 10))).stream()
                .filter(row -> row.title().equals(name))
                .findFirst();
    }

    private void await(BooleanSupplier wanted) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!wanted.getAsBoolean() && System.nanoTime() < end) Thread.sleep(20);
        assertThat(wanted.getAsBoolean()).isTrue();
    }

    private void awaitAllRead() throws InterruptedException {
        await(() -> office.engine
                .progress()
                .sweep(office.id, Organization.TYPE.name())
                .map(Pass::complete)
                .filter(complete -> complete > 0)
                .isPresent());
    }

    private Ref add(EntityType type, Fields fields) {
        Ref ref = new Ref(type.name(), office.store.newId());
        office.store.<Void>write(s -> {
            s.insert(rows.first(type, ref, new Content(fields, Map.of(), Map.of()), Instant.now()));
            return null;
        });
        return ref;
    }

    private Ref ticket(Ref customer) {
        return add(
                Ticket.TYPE,
                Fields.with()
                        .set(Ticket.TITLE, "No sound")
                        .set(Ticket.ORGANIZATION, customer)
                        .build());
    }

    private void reaches(String... there) {
        office.cabinet.reach = Optional.of(Set.of(
                List.of(there).stream().map(id -> Ref.to(Organization.TYPE, id)).toArray(Ref[]::new)));
        office.connect(office.ann, "ann", "1234");
    }

    @Test
    void f074_who_is_not_connected_sees_no_ticket_and_is_told_what_to_do() {
        assertThat(reach.of(office.ann).some()).contains(Set.of());
        assertThat(reach.of(office.ann).why())
                .contains("The cabinet")
                .contains("connect with your own login under My Settings, Integrations");
    }

    @Test
    void f074_the_tickets_of_customers_that_the_own_login_shows_are_seen_and_what_lies_below_them() throws Exception {
        Ref acme = ticket(organization("Acme"));
        Ref beta = ticket(organization("Beta"));
        Ref nobodys = add(Ticket.TYPE, Fields.of(Ticket.TITLE, "Of no customer"));
        Ref note = add(TicketNote.TYPE, Fields.of(TicketNote.TICKET, beta));
        Ref file = add(Attachment.TYPE, Fields.of(Attachment.PARENT, beta));
        Ref other = add(Attachment.TYPE, Fields.of(Attachment.PARENT, organization("Beta")));
        reaches("o");
        assertThat(reach.of(office.ann).some())
                .contains(Set.of(organization("Acme").id()));
        assertThat(reach.of(office.ann).why()).contains("that The cabinet shows you");
        assertThat(reach.hidden(office.ann, List.of(acme, beta, nobodys, note, file, other, organization("Beta"))))
                .containsExactlyInAnyOrder(beta, nobodys, note, file);
    }

    @Test
    void who_sees_all_customers_that_are_documented_sees_the_tickets_of_the_others_too() throws Exception {
        organization("Beta");
        Ref nobodys = add(Ticket.TYPE, Fields.of(Ticket.TITLE, "Of no customer"));
        awaitAllRead();
        reaches("o", "p");
        assertThat(reach.of(office.ann)).isEqualTo(Reach.Customers.ALL);
        assertThat(reach.hidden(office.ann, List.of(nobodys))).isEmpty();

        office.cabinet.customers.put("q", "Gamma"); // made after the login was asked for
        office.engine.reader(office.id).orElseThrow().readAll();
        organization("Gamma");
        Thread.sleep(11_000); // what is remembered of links has to be over
        assertThat(reach.of(office.ann)).isEqualTo(Reach.Customers.ALL);
    }

    @Test
    void who_sees_no_customer_there_sees_no_ticket_here() throws Exception {
        Ref acme = ticket(organization("Acme"));
        awaitAllRead();
        reaches();
        assertThat(reach.hidden(office.ann, List.of(acme))).containsExactly(acme);
        assertThat(reach.of(office.ann).why()).contains("shows you no customer");
    }

    @Test
    void what_was_told_last_holds_while_the_system_is_silent_also_after_a_restart() throws Exception {
        Ref acme = ticket(organization("Acme"));
        Ref beta = ticket(organization("Beta"));
        reaches("o");
        assertThat(reach.hidden(office.ann, List.of(acme, beta))).containsExactly(beta);
        office.cabinet.silent = true;
        assertThat(hiddenAfterRestart(acme, beta)).containsExactly(beta);
    }

    @Test
    void who_reached_every_customer_before_a_restart_still_does_when_one_was_made_since() throws Exception {
        Ref nobodys = add(Ticket.TYPE, Fields.of(Ticket.TITLE, "Of no customer"));
        organization("Beta");
        awaitAllRead();
        reaches("o", "p");
        assertThat(reach.of(office.ann)).isEqualTo(Reach.Customers.ALL);
        office.cabinet.customers.put("q", "Gamma");
        office.engine.reader(office.id).orElseThrow().readAll();
        organization("Gamma");
        assertThat(hiddenAfterRestart(nobodys)).isEmpty();
        office.cabinet.silent = true;
        assertThat(hiddenAfterRestart(nobodys)).isEmpty();
    }

    @Test
    void another_login_of_the_same_person_starts_anew() throws Exception {
        Ref beta = ticket(organization("Beta"));
        awaitAllRead();
        reaches("o", "p");
        assertThat(reach.hidden(office.ann, List.of(beta))).isEmpty();
        reaches("o");
        assertThat(reach.hidden(office.ann, List.of(beta))).containsExactly(beta);
        assertThat(hiddenAfterRestart(beta)).containsExactly(beta);
    }

    private Set<Ref> hiddenAfterRestart(Ref... refs) {
        office.engine.stop();
        Engine again = new Engine(office.store, office.secrets, () -> true);
        try {
            again.addConnector(office.cabinet);
            return new ReachService(again).hidden(office.ann, List.of(refs));
        } finally {
            again.stop();
        }
    }

    @Test
    void a_login_that_was_withdrawn_or_ended_shows_nothing_any_more() throws Exception {
        Ref acme = ticket(organization("Acme"));
        reaches("o");
        assertThat(reach.hidden(office.ann, List.of(acme))).isEmpty();
        office.connections.disconnectMe(office.ann, office.id);
        assertThat(reach.hidden(office.ann, List.of(acme))).containsExactly(acme);
        reaches("o");
        assertThat(reach.hidden(office.ann, List.of(acme))).isEmpty();
        lose();
        assertThat(reach.hidden(office.ann, List.of(acme))).containsExactly(acme);
        assertThat(reach.of(office.ann).why()).contains("is lost");
    }

    @Test
    void what_is_lost_stays_lost_while_the_module_is_stopped() throws Exception {
        Ref acme = ticket(organization("Acme"));
        reaches("o");
        assertThat(reach.hidden(office.ann, List.of(acme))).isEmpty();
        office.engine.removeConnector(office.cabinet);
        assertThat(reach.hidden(office.ann, List.of(acme))).isEmpty();
        office.engine.addConnector(office.cabinet);
        office.cabinet.revoked.add("ann");
        lose();
        office.engine.removeConnector(office.cabinet);
        assertThat(reach.hidden(office.ann, List.of(acme))).containsExactly(acme);
    }

    private void lose() {
        OwnLogins logins = office.engine.ownLogins();
        OwnLogins.Own own =
                logins.open(office.ann, office.engine.network().live(office.id).orElseThrow());
        logins.signedOut(own, Fault.of(Fault.Remedy.SIGN_IN, "this login was withdrawn"));
    }

    @Test
    void a_no_of_the_system_is_not_taken_for_silence() throws Exception {
        Ref acme = ticket(organization("Acme"));
        reaches("o");
        assertThat(reach.hidden(office.ann, List.of(acme))).isEmpty();
        office.cabinet.barred.add("ann");
        assertThat(hiddenAfterRestart(acme)).containsExactly(acme);
    }

    @Test
    void questions_about_hidden_tickets_are_neither_shown_nor_answered() throws Exception {
        Ref acme = ticket(organization("Acme"));
        Ref beta = ticket(organization("Beta"));
        String shown = office.asking(acme);
        String hidden = office.asking(beta);
        reaches("o");
        InboxService inbox = new InboxService(office.engine);
        assertThat(inbox.list(office.ann, Optional.of(Inbox.Kind.REFUSED), Optional.empty(), 10)
                        .items())
                .extracting(Inbox.Question::id)
                .containsExactly(shown);
        Office.refused(() -> inbox.answer(office.ann, hidden, "retry"), Refusal.Reason.NOT_FOUND, "no such question");
        Worker other = new Worker("bob", Set.of("ticket.read"));
        assertThat(inbox.list(other, Optional.of(Inbox.Kind.REFUSED), Optional.empty(), 10)
                        .items())
                .isEmpty();
    }

    @Test
    void a_file_of_a_hidden_ticket_cannot_be_asked_for_live() throws Exception {
        Ref beta = ticket(organization("Beta"));
        Ref file = add(Attachment.TYPE, Fields.of(Attachment.PARENT, beta));
        reaches("o");
        Office.refused(() -> office.live.content(office.ann, file), Refusal.Reason.NOT_FOUND, "no such attachment");
        Office.refused(() -> office.live.refresh(office.ann, beta), Refusal.Reason.NOT_FOUND, "no such ticket");
    }

    @Test
    void without_a_documentation_system_everybody_sees_every_customers_tickets() {
        var before = office.connections.list(office.ann).get(0);
        Terms off =
                new Terms(Optional.of(false), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        office.connections.change(
                office.ann, office.id, before.version(), new Draft(before.settings(), Map.of()), off, false);
        assertThat(reach.of(office.ann)).isEqualTo(Reach.Customers.ALL);
    }
}
