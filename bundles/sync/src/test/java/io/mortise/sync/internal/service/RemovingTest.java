package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.connector.Fault;
import io.mortise.model.EntityType;
import io.mortise.model.Part;
import io.mortise.store.Entry;
import io.mortise.store.Link;
import io.mortise.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemovingTest {
    private final House house = new House();
    private final List<Reader> readers = new ArrayList<>();
    private final Shelf docs = shelf("docs", Part.DOCS);

    private Shelf shelf(String id, Part part) {
        Shelf shelf = new Shelf(id, part);
        readers.add(house.connect(shelf));
        return shelf;
    }

    private void aDay() {
        house.hours(24, readers);
    }

    private Row one() {
        return house.titled("user", "One");
    }

    private void person(boolean active) {
        Hand.sets(house, one(), EntityType.ACTIVE, active, "Ann");
        house.work();
    }

    private List<Link> links() {
        Row one = one();
        return house.store.read(s -> s.links(one.ref()));
    }

    @Test
    void whatAPersonRemovesHereIsRemovedThereOnce() {
        aDay();
        person(false);
        assertThat(docs.removed).containsExactly("1");
        aDay();
        assertThat(docs.removed).containsExactly("1");
        assertThat(one().active()).isFalse();
        assertThat(links()).extracting(Link::state).containsExactly(Link.State.GONE);
        assertThat(docs.names).containsOnlyKeys("2");
    }

    @Test
    void whatIsRestoredIsMadeAnew() {
        aDay();
        person(false);
        person(true);
        aDay();
        assertThat(docs.names).as("%s", links()).containsValue("One").hasSize(2);
        assertThat(links()).extracting(Link::state).containsExactly(Link.State.LINKED);
        assertThat(one().active()).isTrue();
    }

    @Test
    void whatOneSystemHasLostIsNotRemovedFromAnother() {
        Shelf second = shelf("second", Part.PSA);
        aDay();
        docs.names.remove("1");
        aDay();
        assertThat(one().active()).isFalse();
        assertThat(second.names).containsKey("1");
        assertThat(second.removed).isEmpty();
    }

    @Test
    void aRemovalWithoutAnAnswerIsLookedAtAndNotForgotten() {
        aDay();
        docs.atRemoval = Optional.of(Fault.of(Fault.Remedy.LOOK, "no answer"));
        person(false);
        docs.atRemoval = Optional.empty();
        aDay();
        assertThat(docs.removed).containsExactly("1");

        docs.silent = true;
        docs.atRemoval = Optional.of(Fault.of(Fault.Remedy.LOOK, "no answer, but done"));
        person(true);
        aDay();
        person(false);
        aDay();
        assertThat(docs.names).containsOnlyKeys("2");
        assertThat(one().active()).isFalse();
    }

    @Test
    void aRemovalThatIsRefusedIsPutBackAndShown() {
        aDay();
        docs.atRemoval = Optional.of(Fault.of(Fault.Remedy.ASK_ADMIN, "you may not"));
        person(false);
        aDay();
        assertThat(one().active()).isTrue();
        assertThat(docs.names).containsKey("1");
        assertThat(links()).extracting(Link::asks).containsExactly(Link.Asks.REFUSED);
        Row one = one();
        List<Entry> told = house.store.read(s -> s.journal(one.ref(), "", 10));
        assertThat(told).extracting(Entry::event).contains("undone");
    }
}
