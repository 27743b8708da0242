package io.mortise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.model.Ref;
import java.util.List;
import org.junit.jupiter.api.Test;

interface JournalRules extends Samples {
    Ref ADA = new Ref("contact", "1");
    Ref BOB = new Ref("contact", "2");

    private Entry told(Ref ref, String event) {
        Entry entry = entry(ref, event);
        change(w -> w.tell(entry));
        return entry;
    }

    @Test
    default void anEntryComesBackAsItWas() {
        Entry entry = new Entry(
                store().newId(), NOON, ADA, "edited", "{\"a\":\"'\"}", "{\"a\":\"🦊\"}", "mortise", NASTY, NASTY);
        change(w -> w.tell(entry));
        assertThat(seen().journal(ADA, "", 9)).containsExactly(entry);
    }

    @Test
    default void theNewestComesFirst() {
        Entry first = told(ADA, "created");
        Entry other = told(BOB, "created");
        Entry second = told(ADA, "changed");
        assertThat(seen().journal(ADA, "", 9)).containsExactly(second, first);
        assertThat(seen().journal("", 9)).containsExactly(second, other, first);
        assertThat(seen().journal(new Ref("location", "1"), "", 9)).isEmpty();
    }

    @Test
    default void partsGoDownByTheirIds() {
        Entry first = told(ADA, "a");
        Entry second = told(ADA, "b");
        Entry third = told(ADA, "c");
        assertThat(seen().journal(ADA, "", 2)).containsExactly(third, second);
        assertThat(seen().journal(ADA, second.id(), 2)).containsExactly(first);
        assertThat(seen().journal(third.id(), 9)).containsExactly(second, first);
        assertThat(seen().journal(first.id(), 9)).isEmpty();
    }

    @Test
    default void aWatcherReadsOnFromWhereItWas() {
        Entry first = told(ADA, "a");
        Entry second = told(BOB, "b");
        Entry third = told(ADA, "c");
        assertThat(seen().journalAfter("", 2)).containsExactly(first, second);
        assertThat(seen().journalAfter(first.id(), 9)).containsExactly(second, third);
        assertThat(seen().journalAfter(third.id(), 9)).isEmpty();
    }

    @Test
    default void theOrderIsThatOfTheIdsHoweverTheyWereTold() {
        Entry first = entry(ADA, "a");
        Entry second = entry(ADA, "b");
        change(w -> w.tell(List.of(second, first)));
        assertThat(seen().journal("", 9)).containsExactly(second, first);
    }

    @Test
    default void anEntryIsNeverChanged() {
        Entry first = told(ADA, "a");
        Entry forged = new Entry(first.id(), NOON, ADA, "b", "{}", "{}", "bms", "", "");
        assertThatThrownBy(() -> change(w -> w.tell(forged))).isInstanceOf(IllegalStateException.class);
        assertThat(seen().journal("", 9)).containsExactly(first);
    }
}
