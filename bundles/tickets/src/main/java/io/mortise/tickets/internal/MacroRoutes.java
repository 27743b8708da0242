package io.mortise.tickets.internal;

import io.mortise.api.Documents.Document;
import io.mortise.api.Routes;
import io.mortise.api.Slice;
import io.mortise.model.Choice;
import io.mortise.model.Entity;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import io.mortise.model.TicketNote;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Texts of notes that are written again and again, with places that are filled in for each ticket. */
@Component
public final class MacroRoutes implements Routes {
    private static final String NAMESPACE = "note-macros";
    private static final int LONGEST_NAME = 100;
    private static final int MOST = 500;
    private final Workbench bench;
    private final Shelf<Macro> shelf;

    @Activate
    public MacroRoutes(@Reference Workbench bench) {
        this.bench = bench;
        this.shelf = new Shelf<>(bench.documents(), NAMESPACE, "macro", MOST, MacroRoutes::read, Macro::name);
    }

    /** @param text HTML with placeholders; {@code type}, {@code status} and {@code internal} are what its note gets */
    public record Macro(
            String id,
            long version,
            String name,
            String text,
            Optional<String> type,
            Optional<String> status,
            boolean internal) {}

    public record Wish(
            String name, String text, Optional<String> type, Optional<String> status, Optional<Boolean> internal) {
        public Wish {
            if (name.isBlank() || name.length() > LONGEST_NAME)
                throw new IllegalArgumentException("needs a name of at most " + LONGEST_NAME + " characters");
        }
    }

    /**
     * What a note begins with.
     *
     * @param status that the ticket can be given as it stands
     * @param without why the macro's own isn't among it, in a sentence
     */
    public record Filled(
            String html, Optional<String> type, Optional<String> status, boolean internal, Optional<String> without) {}

    /** @param name as it stands between the braces */
    public record Placeholder(String name, String meaning) {}

    @Override
    public List<Route<?, ?>> routes() {
        Right read = Right.read(TicketNote.TYPE);
        Right admin = Right.named("admin");
        return List.of(
                Route.get("/note-macros", Shape.list(Shape.of(Macro.class)), call -> shelf.list())
                        .needs(read)
                        .summary("Macros of notes, by name"),
                Route.get("/note-macros/placeholders", Shape.list(Shape.of(Placeholder.class)), call -> known())
                        .needs(read)
                        .summary("What can stand between {{ and }} in a macro"),
                Route.post("/note-macros", Shape.of(Wish.class), Shape.of(Macro.class), this::create)
                        .needs(admin)
                        .keyed()
                        .summary("Makes a macro; a placeholder that isn't known is refused with those that are"),
                Route.put("/note-macros/{id}", Shape.of(Wish.class), Shape.of(Macro.class), this::change)
                        .needs(admin)
                        .summary("Changes a macro"),
                Route.delete("/note-macros/{id}", call -> shelf.remove(call.path("id")))
                        .needs(admin)
                        .summary("Removes a macro"),
                Route.post("/tickets/{id}/macros/{macro}", Shape.NOTHING, Shape.of(Filled.class), this::fill)
                        .needs(Right.read(Ticket.TYPE), read)
                        .query("zone", "time zone of today and now, such as Europe/Berlin; UTC if not said")
                        .summary("A macro's text, filled in for a ticket"));
    }

    private static Slice<Placeholder> known() {
        return new Slice<>(
                Placeholders.KNOWN.entrySet().stream()
                        .map(each -> new Placeholder(each.getKey(), each.getValue()))
                        .sorted(Comparator.comparing(Placeholder::name))
                        .toList(),
                Optional.empty());
    }

    private Macro create(Call<Wish> call) {
        return shelf.make(call.caller(), call.once(), plain(call.body()));
    }

    private Macro change(Call<Wish> call) {
        return shelf.change(call.path("id"), call.version(), plain(call.body()));
    }

    private Map<String, Object> plain(Wish wish) {
        Placeholders.check(wish.text());
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", wish.name().strip());
        out.put(
                "text",
                Html.written(wish.text(), "text", bench.records()::clean).html());
        out.put("type", wish.type().orElse(""));
        out.put("status", wish.status().orElse(""));
        out.put("internal", wish.internal().orElse(false));
        return out;
    }

    private static Macro read(Document document) {
        Map<String, Object> in = document.value();
        return new Macro(
                document.key(),
                document.version(),
                (String) in.get("name"),
                (String) in.get("text"),
                said(in, "type"),
                said(in, "status"),
                (Boolean) in.get("internal"));
    }

    private static Optional<String> said(Map<String, Object> in, String name) {
        return Optional.of((String) in.get(name)).filter(text -> !text.isEmpty());
    }

    private Filled fill(Call<Void> call) {
        Entity ticket = bench.tickets().get(call.caller(), call.ref(Ticket.TYPE, "id"));
        Macro macro = shelf.find(call.path("macro"));
        Places places = new Places(bench, call.caller(), ticket, zone(call.query("zone")));
        String text = Placeholders.filled(macro.text(), places::value);
        Optional<String> without =
                macro.status().flatMap(word -> bench.statuses().whyNot(call.caller(), ticket, Choice.named(word)));
        return new Filled(
                bench.records().clean(text),
                macro.type(),
                macro.status().filter(word -> without.isEmpty()),
                macro.internal(),
                without);
    }

    private static ZoneId zone(Optional<String> given) {
        try {
            return given.map(ZoneId::of).orElse(ZoneId.of("UTC"));
        } catch (DateTimeException e) {
            throw Filter.wrong("zone", "must be a time zone such as Europe/Berlin");
        }
    }
}
