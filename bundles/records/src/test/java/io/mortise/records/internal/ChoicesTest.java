package io.mortise.records.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Caller;
import io.mortise.api.Records.Choices;
import io.mortise.api.Records.Saved;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.model.Choice;
import io.mortise.model.Configuration;
import io.mortise.model.Entity;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.store.memory.MemoryStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What fields are chosen from, and how a choice is kept. */
class ChoicesTest {
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
        wire.lists = Optional.of(List.of(Choice.named("Inactive"), Choice.named("Active")));
        Choices choices = records.choices(reader, Organization.TYPE, Organization.STATUS, Fields.NONE);
        assertThat(choices.open()).isFalse();
        assertThat(choices.items()).extracting(Choice::label).containsExactly("Active", "Inactive", "Lost");
        assertThatThrownBy(() ->
                        records.choices(new Someone(Set.of()), Organization.TYPE, Organization.STATUS, Fields.NONE))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.DENIED));
    }

    @Test
    void where_no_system_keeps_a_list_the_words_in_use_are_offered_and_any_other_is_taken() {
        Entity acme = organization("Acme");
        Field<Choice> field = Organization.BUSINESS_TYPE;
        records.edit(tech, acme.ref(), acme.version(), Fields.of(field, Choice.named("Bakery")));
        Choices choices = records.choices(reader, Organization.TYPE, field, Fields.NONE);
        assertThat(choices.open()).isTrue();
        assertThat(choices.items()).extracting(Choice::label).containsExactly("Bakery");
    }

    @Test
    void a_list_that_comes_too_late_is_still_a_list() {
        wire.lists = Optional.of(List.of());
        assertThat(records.choices(reader, Organization.TYPE, Organization.STATUS, Fields.NONE)
                        .open())
                .isFalse();
    }
}
