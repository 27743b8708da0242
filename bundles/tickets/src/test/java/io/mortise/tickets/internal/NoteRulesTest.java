package io.mortise.tickets.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.Choice;
import io.mortise.model.Fields;
import io.mortise.model.RichText;
import io.mortise.model.TicketNote;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoteRulesTest {
    private static final Can MAY = new Can(true, true, true, true, Map.of());
    private static final Can MAY_NOT = new Can(false, false, false, false, Map.of("note", Can.READ_ONLY));

    private static NoteShown note(String type) {
        return new NoteShown(
                "1", 3, Instant.EPOCH, "Ann", true, Optional.of(Choice.named(type)), "<p>Done</p>", Optional.empty());
    }

    @Test
    void f154_a_technicians_note_is_edited_where_notes_may_be_written() {
        assertThat(NoteRules.whyNot(MAY, note("Phone call"), true)).isEmpty();
        assertThat(NoteRules.whyNot(MAY_NOT, note("Phone call"), true)).contains(Can.READ_ONLY);
    }

    @Test
    void what_a_customer_said_or_was_sent_stays_as_it_was() {
        assertThat(NoteRules.whyNot(MAY, note("Phone call"), false).orElseThrow())
                .contains("stay as they were written");
        assertThat(NoteRules.whyNot(MAY, note("E-mail"), true).orElseThrow()).contains("as it was sent");
    }

    @Test
    void f108_nothing_internal_is_let_out_by_the_way() {
        Fields internal = Fields.of(TicketNote.INTERNAL, true);
        Fields open = Fields.of(TicketNote.INTERNAL, false);
        assertThat(NoteRules.wrong(internal, open, false)).containsOnlyKeys("internal");
        assertThat(NoteRules.wrong(Fields.NONE, open, false))
                .as("what isn't known to be public isn't")
                .containsOnlyKeys("internal");
        assertThat(NoteRules.wrong(internal, open, true)).isEmpty();
        assertThat(NoteRules.wrong(open, open, false)).isEmpty();
        assertThat(NoteRules.wrong(open, internal, false)).isEmpty();
        assertThat(NoteRules.wrong(internal, Fields.of(TicketNote.DETAILS, new RichText("<p>More</p>")), false))
                .isEmpty();
    }
}
