package io.mortise.records.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Caller;
import io.mortise.api.Records.Choices;
import io.mortise.api.Records.Option;
import io.mortise.api.Refusal;
import io.mortise.model.Choice;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Lookup;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import io.mortise.store.Json;
import io.mortise.store.Row;
import io.mortise.store.Rows;
import io.mortise.store.Rows.Content;
import io.mortise.store.memory.MemoryStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists whose entries are records: what they offer, and what they refuse. */
class PickersTest {
    private final MemoryStore store = new MemoryStore();
    private final Wire wire = new Wire();
    private final RecordsService records = new RecordsService(store, wire, new Everywhere());
    private final Rows rows = new Rows(new Json());
    private final Caller tech =
            new Someone(Set.of("organization.read", "organization.edit", "ticket.read", "ticket.edit"));

    @BeforeEach
    void lists() {
        status("Waiting", 2, "#ffcc00", false);
        status("New", 1, "#0000ff", false);
        status("Completed", 3, "#00ff00", true);
        add(entry("ticketStatus", "Parked").set(Lookup.ORDER, 4L).set(EntityType.ACTIVE, false));
        add(entry("issueType", "E-mail"));
        add(entry("issueType", "Network"));
        add(below("E-mail", "Other").set(Lookup.ORDER, 2L));
        add(below("E-mail", "Phishing").set(Lookup.ORDER, 1L));
        add(below("Network", "Other"));
        add(below("Network", "Slow"));
    }

    private void status(String label, long order, String color, boolean closed) {
        add(entry("ticketStatus", label)
                .set(Lookup.ORDER, order)
                .set(Lookup.COLOR, color)
                .set(Lookup.DEFAULT, order == 1)
                .set(Lookup.CLOSED, closed));
    }

    private static Fields.Builder entry(String list, String label) {
        return Fields.with().set(Lookup.LIST, list).set(Lookup.LABEL, label);
    }

    private static Fields.Builder below(String issue, String label) {
        return entry("subIssueType", label).set(Lookup.PARENT, Choice.named(issue));
    }

    private Ref add(Fields.Builder fields) {
        Ref ref = new Ref(Lookup.TYPE.name(), store.newId());
        Row row = rows.first(Lookup.TYPE, ref, new Content(fields.build(), Map.of(), Map.of()), Instant.now());
        store.<Void>write(s -> {
            s.insert(row);
            return null;
        });
        wire.link(store, ref, "bms");
        return ref;
    }

    private Entity ticket(Fields.Builder fields) {
        Entity customer = records.create(tech, Organization.TYPE, Fields.of(Organization.NAME, "Acme"))
                .now();
        Fields all = fields.set(Ticket.TITLE, "No sound")
                .set(Ticket.ORGANIZATION, customer.ref())
                .build();
        return records.create(tech, Ticket.TYPE, all).now();
    }

    private List<String> words(io.mortise.model.Field<Choice> field, Fields given) {
        return records.options(tech, Ticket.TYPE, field, given).stream()
                .map(option -> option.choice().label())
                .toList();
    }

    private Refusal refused(Entity ticket, Fields changes) {
        Refusal[] seen = new Refusal[1];
        assertThatThrownBy(() -> records.edit(tech, ticket.ref(), ticket.version(), changes))
                .isInstanceOfSatisfying(Refusal.class, refusal -> seen[0] = refusal);
        return seen[0];
    }

    @Test
    void f093_statuses_come_in_their_own_order_with_colour_default_and_what_closes() {
        assertThat(records.options(tech, Ticket.TYPE, Ticket.STATUS, Fields.NONE))
                .containsExactly(
                        new Option(Choice.named("New"), "#0000ff", "", true, false),
                        new Option(Choice.named("Waiting"), "#ffcc00", "", false, false),
                        new Option(Choice.named("Completed"), "#00ff00", "", false, true));
        assertThat(records.choices(tech, Ticket.TYPE, Ticket.STATUS, Fields.NONE)
                        .open())
                .isFalse();
    }

    @Test
    void f093_sub_issue_types_are_those_of_the_issue_type() {
        assertThat(words(Ticket.SUB_ISSUE_TYPE, Fields.of(Ticket.ISSUE_TYPE, Choice.named("e-mail"))))
                .containsExactly("Phishing", "Other");
        assertThat(words(Ticket.SUB_ISSUE_TYPE, Fields.of(Ticket.ISSUE_TYPE, Choice.named("network"))))
                .containsExactly("Other", "Slow");
        assertThat(words(Ticket.SUB_ISSUE_TYPE, Fields.NONE)).containsExactlyInAnyOrder("Phishing", "Other", "Slow");
    }

    @Test
    void a_status_that_its_system_has_given_up_is_refused_with_those_that_can_be() {
        wire.lists = Optional.of(List.of(Choice.named("New"), Choice.named("Parked"))); // remembered from before
        Entity ticket = ticket(Fields.with().set(Ticket.STATUS, Choice.named("New")));
        Refusal refusal = refused(ticket, Fields.of(Ticket.STATUS, Choice.named("Parked")));
        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.INVALID);
        assertThat(refusal.fields().get("status"))
                .contains("can't be chosen any more")
                .contains("New");
        assertThat(words(Ticket.STATUS, Fields.NONE)).doesNotContain("Parked");
    }

    /** The words that records have already aren't the list. */
    @Test
    void a_list_that_has_not_been_answered_yet_refuses_nothing() {
        wire.lists = Optional.of(List.of());
        Entity ticket = ticket(Fields.with().set(Ticket.QUEUE, Choice.named("Level 1")));
        Fields other = Fields.of(Ticket.QUEUE, Choice.named("Level 2"));
        assertThat(records.edit(tech, ticket.ref(), ticket.version(), other)
                        .now()
                        .get(Ticket.QUEUE))
                .contains(Choice.named("Level 2"));
        assertThat(words(Ticket.QUEUE, Fields.NONE)).contains("Level 2");
    }

    @Test
    void a_status_given_up_stays_on_records_that_have_it_and_leaves_the_pickers() {
        Entity ticket = ticket(Fields.with().set(Ticket.STATUS, Choice.named("Waiting")));
        Ref waiting = store.read(s -> s.rows(io.mortise.store.Query.all("lookup", 100))).stream()
                .filter(row -> row.title().equals("Waiting"))
                .findFirst()
                .orElseThrow()
                .ref();
        store.<Void>write(s -> {
            Row row = s.row(waiting).orElseThrow();
            Fields gone = rows.fields(Lookup.TYPE, row)
                    .but()
                    .set(EntityType.ACTIVE, false)
                    .build();
            s.update(rows.next(Lookup.TYPE, row, new Content(gone, Map.of(), Map.of()), Instant.now()));
            return null;
        });
        assertThat(words(Ticket.STATUS, Fields.NONE)).containsExactly("New", "Completed");
        Fields same = Fields.with()
                .set(Ticket.STATUS, Choice.named("Waiting"))
                .set(Ticket.TITLE, "Still no sound")
                .build();
        assertThat(records.edit(tech, ticket.ref(), ticket.version(), same)
                        .now()
                        .get(Ticket.STATUS))
                .contains(Choice.named("Waiting"));
    }

    @Test
    void a_sub_issue_type_of_another_issue_type_is_refused() {
        Entity ticket = ticket(Fields.with()
                .set(Ticket.STATUS, Choice.named("New"))
                .set(Ticket.ISSUE_TYPE, Choice.named("E-mail"))
                .set(Ticket.SUB_ISSUE_TYPE, Choice.named("Other")));
        assertThat(refused(ticket, Fields.of(Ticket.SUB_ISSUE_TYPE, Choice.named("Slow")))
                        .fields())
                .containsOnlyKeys("subIssueType");
        Fields both = Fields.with()
                .set(Ticket.ISSUE_TYPE, Choice.named("Network"))
                .set(Ticket.SUB_ISSUE_TYPE, Choice.named("Slow"))
                .build();
        assertThat(records.edit(tech, ticket.ref(), ticket.version(), both).kept())
                .isTrue();
    }

    @Test
    void entries_are_read_only_here() {
        Ref one = add(entry("queue", "Level 2"));
        Caller admin = new Someone(Set.of("lookup.read", "lookup.edit"));
        assertThatThrownBy(() -> records.edit(admin, one, 1, Fields.of(Lookup.LABEL, "Level 3")))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(Refusal.Reason.VIEW_ONLY));
        assertThatThrownBy(() -> records.create(
                        admin, Lookup.TYPE, entry("queue", "Level 4").build()))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(Refusal.Reason.VIEW_ONLY));
    }

    @Test
    void what_the_rmm_alone_calls_something_is_not_offered() {
        Ref ref = new Ref(Lookup.TYPE.name(), store.newId());
        Fields fields = entry("ticketStatus", "Alarming").build();
        store.<Void>write(s -> {
            s.insert(rows.first(Lookup.TYPE, ref, new Content(fields, Map.of(), Map.of()), Instant.now()));
            return null;
        });
        wire.link(store, ref, "vsa");
        assertThat(words(Ticket.STATUS, Fields.NONE)).containsExactly("New", "Waiting", "Completed");
    }

    @Test
    void who_may_read_the_records_may_read_what_they_can_be_and_nobody_else() {
        Caller reader = new Someone(Set.of("ticket.read"));
        assertThat(records.options(reader, Ticket.TYPE, Ticket.STATUS, Fields.NONE))
                .hasSize(3);
        Caller other = new Someone(Set.of("lookup.read"));
        assertThatThrownBy(() -> records.options(other, Ticket.TYPE, Ticket.STATUS, Fields.NONE))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(Refusal.Reason.DENIED));
    }

    @Test
    void words_are_all_that_the_list_has_or_had_with_what_closes() {
        assertThat(records.words(tech, Ticket.TYPE, Ticket.STATUS))
                .extracting(option -> option.choice().label(), Option::closed)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("New", false),
                        org.assertj.core.groups.Tuple.tuple("Waiting", false),
                        org.assertj.core.groups.Tuple.tuple("Parked", false),
                        org.assertj.core.groups.Tuple.tuple("Completed", true));
    }

    @Test
    void an_entry_that_comes_later_is_offered_at_once() {
        assertThat(words(Ticket.STATUS, Fields.NONE)).containsExactly("New", "Waiting", "Completed");
        status("Scheduled", 0, "", false);
        assertThat(words(Ticket.STATUS, Fields.NONE)).containsExactly("Scheduled", "New", "Waiting", "Completed");
    }

    /** Before, those were looked at that come first by their name. */
    @Test
    void of_very_many_records_those_count_that_were_changed_last() throws Exception {
        store.<Void>write(s -> {
            for (int i = 0; i < 5_000; i++) s.insert(organization("Acme " + i, "Known", 60));
            s.insert(organization("Zeta", "Lately", 1));
            return null;
        });
        assertThat(kinds()).containsExactly("Known", "Lately");
        store.<Void>write(s -> {
            s.insert(organization("Zeta 2", "Now", 0));
            return null;
        });
        Thread.sleep(1_100); // looked at once a second
        assertThat(kinds()).containsExactly("Known", "Lately", "Now");
    }

    private Row organization(String name, String status, int secondsAgo) {
        Fields fields = Fields.with()
                .set(Organization.NAME, name)
                .set(Organization.STATUS, Choice.named(status))
                .build();
        Ref ref = new Ref("organization", store.newId());
        return rows.first(
                Organization.TYPE,
                ref,
                new Content(fields, Map.of(), Map.of()),
                Instant.now().minusSeconds(secondsAgo));
    }

    private List<String> kinds() {
        return records.choices(tech, Organization.TYPE, Organization.STATUS, Fields.NONE).items().stream()
                .map(Choice::label)
                .toList();
    }

    @Test
    void who_types_sees_what_begins_so_in_the_order_of_the_list() {
        status("Waiting Customer", 5, "", false);
        status("Küche: waiting", 6, "", false);
        Choices all = records.choices(tech, Ticket.TYPE, Ticket.STATUS, Fields.NONE);
        assertThat(labels(all.like("WAIT", 9))).containsExactly("Waiting", "Waiting Customer", "Küche: waiting");
        assertThat(labels(all.like("cust wai", 9))).containsExactly("Waiting Customer");
        assertThat(labels(all.like("kuche", 9))).containsExactly("Küche: waiting");
        assertThat(labels(all.like("aiting", 9))).isEmpty();
        assertThat(labels(all.like(" ", 2))).containsExactly("New", "Waiting");
        assertThat(all.like("", 9)).isEqualTo(all);
    }

    private static List<String> labels(Choices choices) {
        return choices.items().stream().map(Choice::label).toList();
    }
}
