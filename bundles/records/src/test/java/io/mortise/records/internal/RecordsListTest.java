package io.mortise.records.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.api.Refusal;
import io.mortise.api.Slice;
import io.mortise.model.Configuration;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.store.Query;
import io.mortise.store.memory.MemoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lists and histories, in parts. */
class RecordsListTest {
    private final MemoryStore store = new MemoryStore();
    private final Wire wire = new Wire();
    private final RecordsService records = new RecordsService(store, wire, new Everywhere());
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
    void a_field_that_was_not_asked_for_is_left_out_and_all_others_are_there() {
        Fields fields = Fields.with()
                .set(Organization.NAME, "Acme")
                .set(Organization.WEBSITE, "https://acme.example")
                .build();
        Entity whole = records.create(tech, Organization.TYPE, fields).now();
        Find find = Find.all(Organization.TYPE).without(Organization.WEBSITE);
        Entity part = records.list(tech, find).items().get(0);
        Fields.Builder wanted = Fields.with();
        for (Field<?> field : Organization.TYPE.fields())
            if (!field.equals(Organization.WEBSITE) && whole.fields().mentions(field))
                wanted.copy(field, whole.fields());
        assertThat(part.get(Organization.WEBSITE)).isEmpty();
        assertThat(part.fields().only(Organization.TYPE.fields())).isEqualTo(wanted.build());
        assertThat(part.get(EntityType.CHANGED_AT)).isEqualTo(whole.get(EntityType.CHANGED_AT));
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
    void a_list_by_last_change_goes_on_where_it_stopped_and_the_record_tells_when() {
        Entity first = organization("Acme");
        organization("Globex");
        records.edit(tech, first.ref(), first.version(), Fields.of(Organization.WEBSITE, "https://x.example"));
        Find newest = Find.all(Organization.TYPE).down(EntityType.CHANGED_AT);
        Slice<Entity> top = records.list(tech, newest.page(Optional.empty(), 1));
        Slice<Entity> rest = records.list(tech, newest.page(top.next(), 1));
        List<Instant> times = Stream.concat(top.items().stream(), rest.items().stream())
                .map(e -> e.get(EntityType.CHANGED_AT).orElseThrow())
                .toList();
        assertThat(times).hasSize(2).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(rest.next()).isEmpty();
        assertThat(rest.items().get(0).ref()).isNotEqualTo(top.items().get(0).ref());
    }

    @Test
    void the_place_of_a_list_by_name_is_none_in_a_list_by_last_change() {
        organization("Acme");
        organization("Globex");
        Optional<String> byName = records.list(tech, Find.all(Organization.TYPE).page(Optional.empty(), 1))
                .next();
        Find newest = Find.all(Organization.TYPE).down(EntityType.CHANGED_AT);
        assertThatThrownBy(() -> records.list(tech, newest.page(byName, 1)))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.fields()).containsKey("after"));
    }
}
