package io.mortise.records.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.api.Records.Saved;
import io.mortise.api.Records.Saved.At;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.api.WriteThrough;
import io.mortise.model.Configuration;
import io.mortise.model.Entity;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.store.memory.MemoryStore;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Edits, and what they may not do. */
class RecordsServiceTest {
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
        assertThat(records.locked(tech, pc.ref())).containsKey("lastSeen").doesNotContainKeys("serial", "name");
        wire.link(store, pc.ref(), "vsa");
        assertThat(records.locked(tech, pc.ref()).get("serial")).contains("The machine itself reports");
        assertThat(records.locked(tech, pc.ref())).doesNotContainKeys("name", "status");
        assertThat(records.locked(new Someone(Set.of()), pc.ref())).isEmpty();
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
}
