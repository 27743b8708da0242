package io.mortise.tickets.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.api.Journal.Entry;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.RichText;
import io.mortise.model.TicketNote;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionsTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private static Fields text(String text) {
        return Fields.of(TicketNote.DETAILS, new RichText("<p>" + text + "</p>"));
    }

    private static Entry entry(int minute, String event, Fields before, Fields after, String source, String by) {
        Ref note = Ref.to(TicketNote.TYPE, "1");
        return new Entry(NOON.plusSeconds(60L * minute), note, event, before, after, source, by, "told");
    }

    @Test
    void f154_each_text_is_there_newest_first_with_who_wrote_it_so() {
        Fields first = text("One").but().set(TicketNote.INTERNAL, true).build();
        List<Revisions.Revision> all = Revisions.of(
                List.of(
                        entry(3, "undone", text("Theirs"), text("Two"), "mortise", ""),
                        entry(2, "changed", text("Two"), text("Theirs"), "bms", ""),
                        entry(1, "edited", text("One"), text("Two"), "mortise", "Ann"),
                        entry(0, "created", Fields.NONE, first, "mortise", "")),
                "Dana");
        assertThat(all)
                .extracting(Revisions.Revision::html)
                .containsExactly("<p>Two</p>", "<p>Theirs</p>", "<p>Two</p>", "<p>One</p>");
        assertThat(all).extracting(Revisions.Revision::by).containsExactly("", "", "Ann", "Dana");
        assertThat(all).allMatch(Revisions.Revision::internal);
        assertThat(all.get(0).why()).contains("told");
        assertThat(all.get(1).why()).isEmpty();
    }

    @Test
    void what_changes_nothing_that_is_said_is_no_version() {
        List<Revisions.Revision> all = Revisions.of(
                List.of(
                        entry(2, "changed", Fields.NONE, Fields.of(TicketNote.AUTHOR, "Dana"), "bms", ""),
                        entry(1, "created", Fields.NONE, text("One"), "bms", "")),
                "Dana");
        assertThat(all).hasSize(1);
        assertThat(all.get(0).by()).isEqualTo("Dana");
    }
}
