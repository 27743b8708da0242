package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Records;
import io.mortise.api.Records.Origin;
import io.mortise.api.Records.Saved;
import io.mortise.api.Refusal;
import io.mortise.api.Routes;
import io.mortise.api.Shown.SavedAt;
import io.mortise.api.Slice;
import io.mortise.model.Choice;
import io.mortise.model.Entity;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.RichText;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import io.mortise.model.TicketNote;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notes of a ticket. */
@Component
public final class NoteRoutes implements Routes {
    private final Workbench bench;
    private final Notes notes;

    @Activate
    public NoteRoutes(@Reference Workbench bench) {
        this.bench = bench;
        this.notes = new Notes(bench.records());
    }

    /**
     * A note to be written.
     *
     * @param text HTML
     * @param internal not for the customer; false if not said
     * @param date a moment or a day; now if not said
     * @param type a word of the list
     * @param status that the ticket gets along with it
     */
    public record Wish(
            String text,
            Optional<Boolean> internal,
            Optional<String> date,
            Optional<Object> type,
            Optional<Object> status) {}

    /** @param status what became of the ticket's status, if it was to change */
    public record Written(
            String id, long version, NoteShown note, List<SavedAt> systems, Optional<StatusSet.Set> status) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/tickets/{id}/notes", Shape.list(Shape.of(NoteShown.class)), this::list)
                        .needs(Right.read(Ticket.TYPE), Right.read(TicketNote.TYPE))
                        .paged()
                        .summary("The notes of a ticket, newest first"),
                Route.post("/tickets/{id}/notes", Shape.of(Wish.class), Shape.of(Written.class), this::write)
                        .needs(Right.read(Ticket.TYPE), Right.read(TicketNote.TYPE), Right.edit(TicketNote.TYPE))
                        .keyed()
                        .summary("Writes a note, and gives the ticket a status if one is said"),
                Route.get("/ticket-notes/options/type", Shape.list(Shape.of(OptionShown.class)), this::types)
                        .needs(Right.read(TicketNote.TYPE))
                        .summary("Types of notes, in their list's order"));
    }

    private Slice<NoteShown> list(Call<Void> call) {
        Ref ticket =
                bench.tickets().get(call.caller(), call.ref(Ticket.TYPE, "id")).ref();
        List<Entity> below = Below.of(bench.records(), call.caller(), TicketNote.TYPE, TicketNote.TICKET, ticket);
        List<Placed<NoteShown>> placed = notes.shown(call.caller(), below).stream()
                .map(note -> new Placed<>(note.at(), note.id(), note))
                .toList();
        return Placed.page(placed, call.query("after"), call.limit());
    }

    private Written write(Call<Wish> call) {
        Caller caller = call.caller();
        Wish wish = call.body();
        Entity ticket = bench.tickets().get(caller, call.ref(Ticket.TYPE, "id"));
        Optional<Choice> status = Word.of(wish.status(), "status");
        Optional<Saved> before = call.once().flatMap(once -> bench.records().made(caller, TicketNote.TYPE, once));
        Saved saved = before.orElseGet(() -> writeNew(call, ticket, status));
        Map<String, Origin> origins =
                bench.records().origins(caller, saved.now().ref());
        Instant made = Optional.ofNullable(origins.get(TicketNote.TICKET.name()))
                .map(Origin::at)
                .orElseGet(bench.tickets()::now);
        return new Written(
                saved.now().id(),
                saved.now().version(),
                NoteShown.of(saved.now(), origins),
                SavedAt.of(saved),
                bench.statuses().apply(caller, ticket.ref(), status, before.map(any -> made)));
    }

    private Saved writeNew(Call<Wish> call, Entity ticket, Optional<Choice> status) {
        bench.desk().require();
        requireOpen(call.caller(), ticket);
        bench.statuses().check(call.caller(), ticket, status);
        return bench.records().create(call.caller(), TicketNote.TYPE, fields(ticket.ref(), call.body()), call.once());
    }

    private static void requireOpen(Caller caller, Entity ticket) {
        Can can = Can.of(caller, ticket.fields(), ticket.isActive(), false);
        if (!can.note())
            throw new Refusal(Refusal.Reason.VIEW_ONLY, can.reasons().get("note"));
    }

    private Fields fields(Ref ticket, Wish wish) {
        RichText text = text(wish.text(), bench.records());
        Fields.Builder fields = Fields.with()
                .set(TicketNote.TICKET, ticket)
                .set(TicketNote.DETAILS, text)
                .set(TicketNote.INTERNAL, wish.internal().orElse(false))
                .set(TicketNote.NOTE_DATE, wish.date().map(this::date).orElseGet(bench.tickets()::now));
        Word.of(wish.type(), "type").ifPresent(type -> fields.set(TicketNote.KIND, type));
        return fields.build();
    }

    static RichText text(String given, Records records) {
        RichText text = Html.written(given, "text", records::clean);
        if (Html.text(text.html()).isBlank())
            throw Refusal.invalid("A note needs a text.", Map.of("text", "is needed"));
        return text;
    }

    private Instant date(String given) {
        Instant date = read(given);
        if (date.isAfter(bench.tickets().now().plus(Duration.ofDays(1))))
            throw Filter.wrong("date", "lies in the future: a note tells what was said or done");
        return date;
    }

    /** A day stands for this moment if it is today, else for its noon. */
    private Instant read(String given) {
        try {
            if (given.contains("T")) return Instant.parse(given);
            Instant now = bench.tickets().now();
            LocalDate day = LocalDate.parse(given);
            boolean today = day.equals(LocalDate.ofInstant(now, ZoneOffset.UTC));
            return today ? now : day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw Filter.wrong("date", "must be a day such as 2026-11-21 or a moment such as 2026-11-21T08:30:00Z");
        }
    }

    private Slice<OptionShown> types(Call<Void> call) {
        return OptionShown.all(bench.lists().options(call.caller(), TicketNote.TYPE, TicketNote.KIND, Fields.NONE));
    }
}
