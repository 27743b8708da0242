package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import io.mortise.store.Entry;
import io.mortise.store.Link;
import io.mortise.store.Row;
import io.mortise.sync.internal.engine.Answers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturningTest {
    private static final Fields ONE = Fields.of(Organization.NAME, "One");
    private final House house = new House();
    private final List<Reader> readers = new ArrayList<>();
    private final Shop shop = shop("shop", Part.PSA);

    /** The second one stays, so that a missing first one isn't taken for a lost right. */
    private Shop shop(String id, Part part) {
        Shop shop = new Shop(id, part, Organization.TYPE)
                .with(Organization.TYPE, "1", ONE)
                .with(Organization.TYPE, "2", Fields.of(Organization.NAME, "Two"));
        readers.add(house.connect(shop));
        return shop;
    }

    private void aDay() {
        house.hours(24, readers);
    }

    private Row one() {
        return house.titled("organization", "One");
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
    void whatWasInactiveBeforeItWasGoneIsNotTakenForLost() {
        shop.with(
                Organization.TYPE, "1", ONE.but().set(EntityType.ACTIVE, false).build());
        aDay();
        shop.loses(Organization.TYPE, "1");
        aDay();
        assertThat(one().active()).isFalse();
        shop.with(Organization.TYPE, "1", ONE);
        aDay();
        assertThat(told()).extracting(Entry::event).doesNotContain("reactivated");
    }

    @Test
    void whatTwoSystemsHaveLostIsActiveAgainWhenBothShowItAgain() {
        Shop docs = shop("docs", Part.DOCS);
        aDay();
        shop.loses(Organization.TYPE, "1");
        aDay();
        docs.loses(Organization.TYPE, "1");
        aDay();
        shop.with(Organization.TYPE, "1", ONE);
        aDay();
        assertThat(one().active()).isFalse();
        docs.with(Organization.TYPE, "1", ONE);
        aDay();
        assertThat(one().active()).isTrue();
    }

    @Test
    void whatAPersonLinksWithItsSuccessorIsActiveAgain() {
        aDay();
        shop.loses(Organization.TYPE, "1");
        aDay();
        shop.with(Organization.TYPE, "99", ONE);
        aDay();
        Link asks = house.store.read(s -> s.link("shop", "organization", "99")).orElseThrow();
        assertThat(asks.asks()).isEqualTo(Link.Asks.MATCH);
        new Answers(house.ground).give(asks.id(), "match:" + one().ref().id(), "Ann");
        aDay();
        assertThat(one().active()).isTrue();
    }
}
