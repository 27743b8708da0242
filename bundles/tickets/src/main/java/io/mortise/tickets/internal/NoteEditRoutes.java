package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Records.Origin;
import io.mortise.api.Records.Saved;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.api.Routes;
import io.mortise.api.Shown.SavedAt;
import io.mortise.api.Slice;
import io.mortise.model.Entity;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import io.mortise.model.TicketNote;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One note: read, edited, and all that it ever said. */
@Component
public final class NoteEditRoutes implements Routes {
    /** Of a note's own changes; one has few. */
    private static final int MOST = 200;

    private final Workbench bench;
    private final Aside aside;

    @Activate
    public NoteEditRoutes(@Reference Workbench bench) {
        this.bench = bench;
        this.aside = new Aside(bench.records(), bench.journal(), TicketNote.TYPE);
    }

    /** @param locked why nobody edits it here, in a sentence */
    public record One(String id, long version, NoteShown note, Optional<String> locked) {}

    /**
     * Only what is to be different.
     *
     * @param text HTML
     * @param internal not for the customer
     * @param type a word of the list
     * @param publish whether an internal note may become one that the customer can read: false if not said
     */
    public record Wish(
            Optional<String> text, Optional<Boolean> internal, Optional<Object> type, Optional<Boolean> publish) {}

    /** @param kept false when the PSA refused and the note is as it was */
    public record Edited(String id, long version, NoteShown note, boolean kept, List<SavedAt> systems) {}

    @Override
    public List<Route<?, ?>> routes() {
        Right[] read = {Right.read(Ticket.TYPE), Right.read(TicketNote.TYPE)};
        return List.of(
                Route.get("/tickets/{id}/notes/{note}", Shape.of(One.class), this::show)
                        .needs(read)
                        .summary("One note, and whether it can be edited"),
                Route.patch("/tickets/{id}/notes/{note}", Shape.of(Wish.class), Shape.of(Edited.class), this::edit)
                        .needs(Right.read(Ticket.TYPE), Right.read(TicketNote.TYPE), Right.edit(TicketNote.TYPE))
                        .summary("Edits a note, here and at once in the PSA; an internal one is let out to the customer"
                                + " only where \"publish\" says so"),
                Route.get(
                                "/tickets/{id}/notes/{note}/revisions",
                                Shape.list(Shape.of(Revisions.Revision.class)),
                                this::revisions)
                        .needs(read)
                        .summary("All that a note ever said, newest first"));
    }

    private Entity ticket(Call<?> call) {
        return bench.tickets().get(call.caller(), call.ref(Ticket.TYPE, "id"));
    }

    private Entity note(Call<?> call, Entity ticket) {
        return bench.records()
                .get(call.caller(), call.ref(TicketNote.TYPE, "note"))
                .filter(note -> note.get(TicketNote.TICKET).equals(Optional.of(ticket.ref())))
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "This ticket has no such note."));
    }

    private One show(Call<Void> call) {
        Entity ticket = ticket(call);
        Entity note = note(call, ticket);
        Map<String, Origin> origins = bench.records().origins(call.caller(), note.ref());
        return new One(
                note.id(), note.version(), NoteShown.of(note, origins), whyNot(call.caller(), ticket, note, origins));
    }

    private Optional<String> whyNot(Caller caller, Entity ticket, Entity note, Map<String, Origin> origins) {
        Can can = Can.of(caller, ticket.fields(), ticket.isActive(), false);
        boolean ours = new Authors(bench.records(), caller).areOurs(note, origins);
        return NoteRules.whyNot(can, NoteShown.of(note, origins), ours);
    }

    private Edited edit(Call<Wish> call) {
        Caller caller = call.caller();
        bench.desk().require();
        Entity ticket = ticket(call);
        Ref ref = note(call, ticket).ref();
        bench.live().refresh(caller, ref); // what was changed there meanwhile is told before it is written over
        Entity note = note(call, ticket);
        whyNot(caller, ticket, note, bench.records().origins(caller, ref)).ifPresent(why -> {
            throw new Refusal(Reason.VIEW_ONLY, why);
        });
        Fields changes = changes(call.body());
        Map<String, String> wrong =
                NoteRules.wrong(note.fields(), changes, call.body().publish().orElse(false));
        if (!wrong.isEmpty() && note.version() != call.version())
            bench.records()
                    .edit(caller, ref, call.version(), changes); // which says that it is stale, and how it stands
        Moves.refuse(wrong);
        Saved saved = aside.edit(caller, note, call.version(), changes);
        NoteShown shown = NoteShown.of(saved.now(), bench.records().origins(caller, ref));
        return new Edited(shown.id(), shown.version(), shown, saved.kept(), SavedAt.of(saved));
    }

    private Fields changes(Wish wish) {
        Fields.Builder changes = Fields.with();
        wish.text()
                .map(text -> NoteRoutes.text(text, bench.records()))
                .ifPresent(text -> changes.set(TicketNote.DETAILS, text));
        wish.internal().ifPresent(internal -> changes.set(TicketNote.INTERNAL, internal));
        Word.of(wish.type(), "type").ifPresent(type -> changes.set(TicketNote.KIND, type));
        return changes.build();
    }

    private Slice<Revisions.Revision> revisions(Call<Void> call) {
        Entity note = note(call, ticket(call));
        String author = NoteShown.of(note, bench.records().origins(call.caller(), note.ref()))
                .by();
        return new Slice<>(
                Revisions.of(
                        bench.journal()
                                .of(call.caller(), note.ref(), Optional.empty(), MOST)
                                .items(),
                        author),
                Optional.empty());
    }
}
