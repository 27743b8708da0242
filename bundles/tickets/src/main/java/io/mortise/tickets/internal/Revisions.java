package io.mortise.tickets.internal;

import io.mortise.api.Journal.Entry;
import io.mortise.model.Choice;
import io.mortise.model.Fields;
import io.mortise.model.RichText;
import io.mortise.model.TicketNote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** All that a note ever said, from its journal: also what lost against another system. Pure. */
final class Revisions {
    private Revisions() {}

    /**
     * @param by who wrote it so, "" if its system doesn't tell
     * @param source the connection that it came from; "mortise" for this one
     * @param why it came to that, where it isn't plain: a refusal, a conflict
     */
    public record Revision(
            Instant at,
            String by,
            String source,
            String html,
            boolean internal,
            Optional<Choice> type,
            Optional<String> why) {}

    /** @param entries newest first; @param author of the first, where its system doesn't tell */
    static List<Revision> of(List<Entry> entries, String author) {
        List<Entry> told = new ArrayList<>(entries);
        Collections.reverse(told);
        List<Revision> all = new ArrayList<>();
        Fields said = Fields.NONE;
        for (Entry entry : told) {
            Fields next = said.overlaid(entry.after().only(NoteShown.SAID));
            if (next.equals(said)) continue;
            if (all.isEmpty()) next = entry.before().only(NoteShown.SAID).overlaid(next);
            said = next;
            all.add(revision(entry, said, all.isEmpty() ? author : ""));
        }
        Collections.reverse(all);
        return List.copyOf(all);
    }

    private static Revision revision(Entry entry, Fields said, String author) {
        boolean plain = List.of("created", "edited", "changed").contains(entry.event());
        return new Revision(
                entry.at(),
                entry.by().isEmpty() ? author : entry.by(),
                entry.source(),
                said.get(TicketNote.DETAILS).map(RichText::html).orElse(""),
                said.get(TicketNote.INTERNAL).orElse(true),
                said.get(TicketNote.KIND),
                Optional.of(entry.text()).filter(text -> !plain && !text.isBlank()));
    }
}
