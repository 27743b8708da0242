package io.mortise.records.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.model.Choice;
import io.mortise.model.Contact;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Labelled;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import io.mortise.store.memory.MemoryStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an edit gives must fit the rest of the record; otherwise the person is told, and nothing changes. */
class BondsTest {
    private final MemoryStore store = new MemoryStore();
    private final Wire wire = new Wire();
    private final RecordsService records = new RecordsService(store, wire, new Everywhere());
    private final Someone tech = new Someone(Set.of(
            "organization.read",
            "organization.edit",
            "location.read",
            "location.edit",
            "contact.read",
            "contact.edit"));
    private Entity acme;
    private Entity ann;

    @BeforeEach
    void people() {
        acme = make(Organization.TYPE, Fields.of(Organization.NAME, "Acme"));
        ann = make(
                Contact.TYPE,
                Fields.with()
                        .set(Contact.ORGANIZATION, acme.ref())
                        .set(Contact.FIRST_NAME, "Ann")
                        .set(Contact.LAST_NAME, "Lee")
                        .set(Contact.PHONES, Set.of(new Labelled("5550100", "Work")))
                        .build());
    }

    private Entity make(EntityType type, Fields fields) {
        return records.create(tech, type, fields).now();
    }

    private void refused(Fields edit, Field<?> field) {
        assertThatThrownBy(() -> records.edit(tech, ann.ref(), ann.version(), edit))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.INVALID);
                    assertThat(refusal.fields()).containsOnlyKeys(field.name());
                });
        assertThat(records.get(tech, ann.ref()).orElseThrow().version()).isEqualTo(ann.version());
    }

    @Test
    void a_default_that_is_none_of_them_is_refused_and_not_swallowed() {
        refused(Fields.of(Contact.PRIMARY_PHONE, "5550199"), Contact.PRIMARY_PHONE);
        Fields both = Fields.with()
                .set(Contact.PHONES, Set.of(new Labelled("5550100", "Work"), new Labelled("5550199", "Home")))
                .set(Contact.PRIMARY_PHONE, "5550199")
                .build();
        assertThat(records.edit(tech, ann.ref(), ann.version(), both).now().get(Contact.PRIMARY_PHONE))
                .contains("5550199");
    }

    @Test
    void a_place_of_another_customer_is_refused() {
        Entity other = make(Organization.TYPE, Fields.of(Organization.NAME, "Other"));
        Entity place = make(
                Location.TYPE,
                Fields.with()
                        .set(Location.ORGANIZATION, other.ref())
                        .set(Location.NAME, "Depot")
                        .build());
        refused(Fields.of(Contact.LOCATION, place.ref()), Contact.LOCATION);
    }

    @Test
    void what_other_systems_have_stays_with_its_customer() {
        Entity other = make(Organization.TYPE, Fields.of(Organization.NAME, "Other"));
        Fields away = Fields.of(Contact.ORGANIZATION, other.ref());
        wire.link(store, ann.ref(), "bms");
        assertThat(records.locked(tech, ann.ref())).containsKey("organization");
        assertThatThrownBy(() -> records.edit(tech, ann.ref(), ann.version(), away))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.VIEW_ONLY));
    }

    @Test
    void a_word_that_no_list_has_is_refused_with_those_there_are() {
        wire.lists = Optional.of(List.of(Choice.named("Active"), Choice.named("Inactive")));
        assertThatThrownBy(() -> records.edit(
                        tech, acme.ref(), acme.version(), Fields.of(Organization.STATUS, Choice.named("Actve"))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fields().get("status")).contains("Active, Inactive"));
    }
}
