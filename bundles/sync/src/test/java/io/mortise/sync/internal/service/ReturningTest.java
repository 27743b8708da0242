package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import io.mortise.store.Entry;
import io.mortise.store.Query;
import io.mortise.store.Row;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturningTest {
    private static final Fields ONE = Fields.of(Organization.NAME, "One");
    private final House house = new House();
    private final Shop shop = new Shop("shop", Part.PSA, Organization.TYPE)
            .with(Organization.TYPE, "1", ONE)
            .with(Organization.TYPE, "2", Fields.of(Organization.NAME, "Two"));
    private final Reader reader = house.connect(shop);

    private void aDay() {
        for (int hour = 0; hour < 24; hour++) {
            house.clock.pass(Duration.ofHours(1));
            reader.round();
            house.work();
        }
    }

    private Row one() {
        return house.store.read(s -> s.rows(Query.all("organization", 100).alsoInactive())).stream()
                .filter(row -> row.title().equals("One"))
                .findFirst()
                .orElseThrow();
    }

    private List<Entry> told() {
        Ref one = one().ref();
        return house.store.read(s -> s.journal(one, "", 10));
    }

    @Test
    void whatComesBackIsActiveAgainAndTheJournalSaysWhy() {
        aDay();
        shop.loses(Organization.TYPE, "1");
        aDay();
        assertThat(one().active()).isFalse();
        shop.with(Organization.TYPE, "1", ONE);
        aDay();
        assertThat(one().active()).isTrue();
        assertThat(told()).first().satisfies(entry -> {
            assertThat(entry.event()).isEqualTo("reactivated");
            assertThat(entry.text()).isEqualTo("It is at The shop shop again");
        });
    }

    @Test
    void whatWasInactiveBeforeItWasGoneStaysSo() {
        shop.with(
                Organization.TYPE, "1", ONE.but().set(EntityType.ACTIVE, false).build());
        aDay();
        assertThat(one().active()).isFalse();
        shop.loses(Organization.TYPE, "1");
        aDay();
        shop.with(Organization.TYPE, "1", ONE);
        aDay();
        assertThat(told()).extracting(Entry::event).doesNotContain("reactivated");
    }
}
