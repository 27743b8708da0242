package io.mortise.records.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.api.Records.Saved;
import io.mortise.api.Records.Saved.At;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.api.Slice;
import io.mortise.api.WriteThrough;
import io.mortise.model.Choice;
import io.mortise.model.Configuration;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import io.mortise.store.Link;
import io.mortise.store.Query;
import io.mortise.store.memory.MemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordsServiceTest {
    private final MemoryStore store = new MemoryStore();
    private final Wire wire = new Wire();
    private final RecordsService records = new RecordsService(store, wire);
    private final Caller tech =
            new Someone(Set.of("organization.read", "organization.edit", "configuration.read", "configuration.edit"));
    private final Caller reader = new Someone(Set.of("organization.read", "configuration.read"));

    private Entity organization(String name) {
        return records.create(tech, Organization.TYPE, Fields.of(Organization.NAME, name))
                .now();
    }

    private Entity machine(Entity organization, String name) {
        Fields fields = Fields.with()
                .set(Configuration.NAME, name)
                .set(Configuration.ORGANIZATION, organization.ref())
                .build();
        return records.create(tech, Configuration.TYPE, fields).now();
    }

    @Test
    void an_edit_changes_the_mentioned_fields_raises_the_version_and_is_journalled() {
        Entity acme = organization("Acme");
        Saved saved =
                records.edit(tech, acme.ref(), acme.version(), Fields.of(Organization.WEBSITE, "https://acme.example"));
        assertThat(saved.kept()).isTrue();
        assertThat(saved.now().version()).isEqualTo(acme.version() + 1);
        assertThat(saved.now().get(Organization.NAME)).contains("Acme");
        var entry = store.read(s -> s.journal(acme.ref(), "", 1)).get(0);
        assertThat(entry.event()).isEqualTo("edited");
        assertThat(entry.by()).isEqualTo("Somebody");
        assertThat(entry.after()).contains("https://acme.example");
        boolean dirty =
                store.<Boolean>read(s -> s.dirty("r/organization/" + acme.id()).isPresent());
        assertThat(dirty).isTrue();
    }

    @Test
    void a_stale_version_is_refused_with_the_present_values_and_changes_nothing() {
        Entity acme = organization("Acme");
        records.edit(tech, acme.ref(), acme.version(), Fields.of(Organization.WEBSITE, "https://one.example"));
        assertThatThrownBy(() -> records.edit(
                        tech, acme.ref(), acme.version(), Fields.of(Organization.WEBSITE, "https://two.example")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.STALE);
                    assertThat(refusal.current().orElseThrow().toString()).contains("https://one.example");
                });
        assertThat(records.get(tech, acme.ref()).orElseThrow().get(Organization.WEBSITE))
                .contains("https://one.example");
    }

    @Test
    void f154_a_reader_cannot_edit_and_a_stranger_cannot_even_know() {
        Entity acme = organization("Acme");
        Fields change = Fields.of(Organization.WEBSITE, "https://x.example");
        assertThatThrownBy(() -> records.edit(reader, acme.ref(), 1, change)).hasMessageContaining("organization.edit");
        Caller stranger = new Someone(Set.of());
        assertThat(records.get(stranger, acme.ref())).isEmpty();
        assertThatThrownBy(() -> records.edit(stranger, acme.ref(), 1, change)).hasMessageContaining("no such");
        assertThatThrownBy(() -> records.list(stranger, Find.all(Organization.TYPE)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void what_a_machine_reports_itself_is_edited_nowhere_while_the_rmm_has_it() {
        Entity pc = machine(organization("Acme"), "PC1");
        Fields serial = Fields.of(Configuration.SERIAL, "NEW1234");
        Saved before = records.edit(tech, pc.ref(), pc.version(), serial);
        assertThat(before.now().get(Configuration.SERIAL)).contains("NEW1234");
        wire.link(store, pc.ref(), "vsa");
        assertThatThrownBy(() -> records.edit(
                        tech, pc.ref(), before.now().version(), Fields.of(Configuration.SERIAL, "OTHER99")))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.VIEW_ONLY));
    }

    @Test
    void a_refusal_of_the_owning_system_undoes_the_edit_and_keeps_the_text_in_the_journal() {
        Entity acme = organization("Acme");
        wire.answer = new WriteThrough.Pushed(List.of(new At("BMS", Saved.State.REFUSED, "too long")), true);
        Saved saved =
                records.edit(tech, acme.ref(), acme.version(), Fields.of(Organization.WEBSITE, "https://x.example"));
        assertThat(saved.kept()).isFalse();
        assertThat(saved.now().get(Organization.WEBSITE)).isEmpty();
        var journal = store.read(s -> s.journal(acme.ref(), "", 2));
        assertThat(journal.get(0).text()).isEqualTo("Undone: BMS refused it: too long");
        assertThat(journal.get(1).after()).contains("https://x.example");
    }

    @Test
    void an_undo_leaves_alone_what_somebody_gave_meanwhile_and_brings_the_origin_back() {
        Entity acme = organization("Acme");
        Fields both = Fields.with()
                .set(Organization.WEBSITE, "https://x.example")
                .set(Organization.SHORT_NAME, "ACM")
                .build();
        var origins = records.origins(tech, acme.ref());
        wire.answer = new WriteThrough.Pushed(List.of(new At("BMS", Saved.State.REFUSED, "too long")), true);
        wire.meanwhile = () -> {
            wire.meanwhile = () -> {};
            wire.answer = new WriteThrough.Pushed(List.of(), false);
            long version = records.get(tech, acme.ref()).orElseThrow().version();
            records.edit(tech, acme.ref(), version, Fields.of(Organization.SHORT_NAME, "ACME"));
            wire.answer = new WriteThrough.Pushed(List.of(new At("BMS", Saved.State.REFUSED, "too long")), true);
        };
        Saved saved = records.edit(tech, acme.ref(), acme.version(), both);
        assertThat(saved.now().get(Organization.WEBSITE)).isEmpty();
        assertThat(saved.now().get(Organization.SHORT_NAME)).contains("ACME");
        assertThat(records.origins(tech, acme.ref()).get("website")).isEqualTo(origins.get("website"));
    }

    @Test
    void a_name_cannot_be_emptied_and_a_reference_must_exist() {
        Entity acme = organization("Acme");
        assertThatThrownBy(() -> records.edit(
                        tech,
                        acme.ref(),
                        acme.version(),
                        Fields.with().clear(Organization.NAME).build()))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.fields()).containsKey("name"));
        Entity pc = machine(acme, "PC1");
        Fields nowhere = Fields.of(Configuration.ORGANIZATION, new Ref("organization", "999"));
        assertThatThrownBy(() -> records.edit(tech, pc.ref(), pc.version(), nowhere))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.fields()).containsKey("organization"));
    }

    @Test
    void a_list_goes_on_exactly_where_it_stopped() {
        for (int i = 0; i < 25; i++) organization("Org %02d".formatted(i));
        List<String> seen = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Slice<Entity> part = records.list(tech, Find.all(Organization.TYPE).page(next, 10));
            part.items().forEach(e -> seen.add(e.get(Organization.NAME).orElseThrow()));
            next = part.next();
        } while (next.isPresent());
        assertThat(seen).hasSize(25).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void a_made_up_cursor_is_refused_in_words() {
        assertThatThrownBy(() -> records.list(tech, Find.all(Organization.TYPE).page(Optional.of("zzz"), 10)))
                .hasMessageContaining("after");
    }

    @Test
    void a_cursor_beyond_all_ids_is_refused_like_any_other() {
        organization("Acme");
        String beyond = Cursor.write(new Query.Position("Acme", "9999999999999999999"));
        assertThatThrownBy(() -> records.list(tech, Find.all(Organization.TYPE).page(Optional.of(beyond), 10)))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.fields()).containsKey("after"));
    }

    @Test
    void a_place_in_the_journal_that_never_was_is_refused_in_words() {
        Entity acme = organization("Acme");
        JournalService journal = new JournalService(store, records);
        for (String bad : List.of("abc", "0", "-1", "9999999999999999999"))
            assertThatThrownBy(() -> journal.of(tech, acme.ref(), Optional.of(bad), 10))
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.fields()).containsKey("after"));
        assertThat(journal.of(tech, acme.ref(), Optional.of("1"), 10).items()).isEmpty();
    }

    @Test
    void the_organization_filter_asks_the_indexed_column_and_an_id_that_is_none_finds_nothing() {
        Entity acme = organization("Acme");
        machine(acme, "PC1");
        machine(organization("Other"), "PC2");
        Find inAcme = Find.all(Configuration.TYPE).of(Configuration.ORGANIZATION, acme.ref());
        Query query = Questions.query(inAcme);
        assertThat(query.within()).contains(Set.of(acme.id()));
        assertThat(query.where()).isEmpty();
        assertThat(records.list(tech, inAcme).items())
                .extracting(e -> e.get(Configuration.NAME).orElseThrow())
                .containsExactly("PC1");
        Find nowhere = Find.all(Configuration.TYPE).of(Configuration.ORGANIZATION, new Ref("organization", "abc"));
        assertThat(records.list(tech, nowhere).items()).isEmpty();
        assertThat(records.count(tech, nowhere)).isZero();
    }

    @Test
    void no_power_failure_undoes_an_answered_edit_nor_its_undoing() {
        Entity acme = organization("Acme");
        store.losePower();
        records.edit(tech, acme.ref(), 1, Fields.of(Organization.WEBSITE, "https://one.example"));
        store.losePower();
        assertThat(records.get(tech, acme.ref()).orElseThrow().get(Organization.WEBSITE))
                .contains("https://one.example");
        wire.answer = new WriteThrough.Pushed(List.of(new At("BMS", Saved.State.REFUSED, "too long")), true);
        records.edit(tech, acme.ref(), 2, Fields.of(Organization.WEBSITE, "https://two.example"));
        store.losePower();
        assertThat(records.get(tech, acme.ref()).orElseThrow().get(Organization.WEBSITE))
                .contains("https://one.example");
    }

    @Test
    void a_choice_is_kept_by_its_word_whatever_key_came_with_it() {
        Entity acme = organization("Acme");
        Saved saved = records.edit(
                tech, acme.ref(), acme.version(), Fields.of(Organization.STATUS, new Choice("77", " On  Hold ")));
        Choice kept = saved.now().get(Organization.STATUS).orElseThrow();
        assertThat(kept.key()).isEqualTo("on hold");
        assertThat(kept.label()).isEqualTo("On Hold");
        Entity other = records.create(
                        tech,
                        Organization.TYPE,
                        saved.now()
                                .fields()
                                .but()
                                .set(Organization.STATUS, new Choice("78", "ON HOLD"))
                                .build())
                .now();
        assertThat(other.get(Organization.STATUS)).contains(kept);
    }

    @Test
    void a_choice_without_its_word_is_refused_and_changes_nothing() {
        Entity acme = organization("Acme");
        assertThatThrownBy(() -> records.edit(
                        tech, acme.ref(), acme.version(), Fields.of(Organization.STATUS, new Choice("77", " "))))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.fields()).containsOnlyKeys("status"));
        assertThat(records.get(tech, acme.ref()))
                .hasValueSatisfying(now -> assertThat(now.version()).isEqualTo(acme.version()));
    }

    @Test
    void choices_are_what_systems_offer_and_what_records_have_each_word_once() {
        Entity acme = organization("Acme");
        records.edit(tech, acme.ref(), acme.version(), Fields.of(Organization.STATUS, Choice.named("active")));
        Entity old = organization("Old");
        records.edit(tech, old.ref(), old.version(), Fields.of(Organization.STATUS, Choice.named("Lost")));
        wire.lists = List.of(Choice.named("Inactive"), Choice.named("Active"));
        assertThat(records.choices(reader, Organization.TYPE, Organization.STATUS, Fields.NONE))
                .extracting(Choice::label)
                .containsExactly("Active", "Inactive", "Lost");
        assertThatThrownBy(() ->
                        records.choices(new Someone(Set.of()), Organization.TYPE, Organization.STATUS, Fields.NONE))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.DENIED));
    }

    /** The engine's side, by hand. */
    private static final class Wire implements WriteThrough {
        private Pushed answer = new Pushed(List.of(), false);
        private Runnable meanwhile = () -> {};
        private List<Choice> lists = List.of();

        @Override
        public List<Choice> choices(EntityType type, Field<Choice> field, Duration atMost) {
            return lists;
        }

        @Override
        public Pushed push(Ref ref, Set<String> fields, Duration atMost) {
            meanwhile.run();
            return answer;
        }

        @Override
        public String system(String connection) {
            return connection;
        }

        @Override
        public Optional<Part> part(String connection) {
            return connection.equals("vsa") ? Optional.of(Part.RMM) : Optional.empty();
        }

        void link(MemoryStore store, Ref ref, String connection) {
            Link link = new Link(
                    store.newId(),
                    connection,
                    ref.type(),
                    Optional.of("77"),
                    Optional.of(ref.id()),
                    Link.State.LINKED,
                    "",
                    "",
                    "",
                    Link.Sync.SYNCED,
                    "",
                    Link.Asks.NOTHING,
                    Optional.empty(),
                    "");
            store.<Void>write(s -> {
                s.put(link);
                return null;
            });
        }
    }

    private record Someone(Set<String> rights) implements Caller {
        @Override
        public String id() {
            return "somebody";
        }

        @Override
        public String name() {
            return "Somebody";
        }

        @Override
        public String email() {
            return "somebody@example.org";
        }

        @Override
        public boolean may(Right right) {
            return rights.contains(right.name());
        }
    }
}
