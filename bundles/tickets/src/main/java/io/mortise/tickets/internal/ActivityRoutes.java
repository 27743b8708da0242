package io.mortise.tickets.internal;

import io.mortise.api.Attachments.Kept;
import io.mortise.api.Caller;
import io.mortise.api.Journal;
import io.mortise.api.Records;
import io.mortise.api.Routes;
import io.mortise.api.Slice;
import io.mortise.model.Attachment;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import io.mortise.model.TicketNote;
import io.mortise.model.TimeLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One log of all that happened to a ticket: notes, time, changes, files. */
@Component
public final class ActivityRoutes implements Routes {
    private static final Set<String> TYPES =
            Set.of("note", "time", "status", "change", "email", "attachment", "system");
    private static final Map<String, EntityType> SENT = Map.of("note", TicketNote.TYPE, "time", TimeLog.TYPE);
    private static final Set<Records.Link.State> UNDER_WAY =
            Set.of(Records.Link.State.SYNCING, Records.Link.State.NOT_YET_PUSHED, Records.Link.State.ERROR);
    private static final Duration RECENT = Duration.ofDays(14);
    private static final int PART = 200;
    private static final int MOST = 5_000;

    private final Workbench bench;
    private final Notes notes;
    private final Times times;

    @Activate
    public ActivityRoutes(@Reference Workbench bench) {
        this.bench = bench;
        this.notes = new Notes(bench.records());
        this.times = new Times(bench.records(), bench.me());
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.get("/tickets/{id}/activities", Shape.list(Shape.of(Activity.class)), this::list)
                .needs(Right.read(Ticket.TYPE))
                .query("types", "note, time, status, change, email, attachment, system: with commas; all if not said")
                .query("q", "words, all of which a line must have")
                .paged()
                .summary("What happened to a ticket, newest first"));
    }

    private Slice<Activity> list(Call<Void> call) {
        Entity ticket = bench.tickets().get(call.caller(), call.ref(Ticket.TYPE, "id"));
        Set<String> wanted = types(call.query("types"));
        List<String> words = words(call.query("q"));
        List<Placed<Activity>> lines = all(call.caller(), ticket, wanted).stream()
                .filter(line -> wanted.contains(line.type()))
                .filter(line -> words.isEmpty() || line.says(words.stream()))
                .map(line -> new Placed<>(line.at(), line.id(), line))
                .toList();
        Slice<Activity> page = Placed.page(lines, call.query("after"), call.limit());
        return new Slice<>(
                page.items().stream()
                        .map(line -> line.waits().isPresent() ? line : line.waiting(waits(call.caller(), line)))
                        .toList(),
                page.next());
    }

    /** Of what is a few days old: what goes through at all has gone through by then. */
    private Optional<String> waits(Caller caller, Activity line) {
        EntityType type = SENT.get(line.type());
        if (type == null || line.at().isBefore(bench.tickets().now().minus(RECENT))) return Optional.empty();
        return line.record()
                .flatMap(id -> bench.records().links(caller, Ref.to(type, id)).stream()
                        .filter(link -> UNDER_WAY.contains(link.state()))
                        .findFirst())
                .map(link -> link.trouble().isBlank()
                        ? link.system() + ": on its way"
                        : link.system() + ": " + link.trouble());
    }

    private static Set<String> types(Optional<String> asked) {
        if (asked.isEmpty()) return TYPES;
        Set<String> wanted =
                Stream.of(asked.get().split(",")).map(String::strip).collect(Collectors.toSet());
        if (!TYPES.containsAll(wanted))
            throw Filter.wrong(
                    "types", "must be some of " + TYPES.stream().sorted().toList());
        return wanted;
    }

    private static List<String> words(Optional<String> asked) {
        return Stream.of(asked.orElse("").toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private List<Activity> all(Caller caller, Entity ticket, Set<String> wanted) {
        List<Activity> lines = new ArrayList<>();
        Can can = Can.of(caller, ticket.fields(), ticket.isActive(), false);
        if (wanted.contains("note") || wanted.contains("email"))
            notes.written(caller, below(caller, TicketNote.TYPE, ticket.ref()))
                    .forEach(written -> lines.add(line(
                            written.note(),
                            NoteRules.whyNot(can, written.note(), written.ours())
                                    .isEmpty())));
        if (wanted.contains("time"))
            times.shown(caller, below(caller, TimeLog.TYPE, ticket.ref())).forEach(log -> lines.add(line(log)));
        if (wanted.contains("attachment")) {
            below(caller, Attachment.TYPE, ticket.ref()).forEach(file -> lines.add(line(file)));
            bench.attachments().kept(caller, ticket.ref()).forEach(file -> lines.add(line(file)));
        }
        if (wanted.contains("status") || wanted.contains("change") || wanted.contains("system"))
            lines.addAll(changes(caller, ticket));
        return lines;
    }

    private List<Entity> below(Caller caller, EntityType type, Ref ticket) {
        return Below.of(bench.records(), caller, type, type.within().orElseThrow(), ticket);
    }

    private List<Activity> changes(Caller caller, Entity ticket) {
        List<Journal.Entry> entries = new ArrayList<>();
        Optional<String> place = Optional.empty();
        do {
            Slice<Journal.Entry> part = bench.journal().of(caller, ticket.ref(), place, PART);
            entries.addAll(part.items());
            place = part.next();
        } while (place.isPresent() && entries.size() < MOST);
        List<Ref> refs =
                entries.stream().flatMap(entry -> Changed.refs(entry).stream()).toList();
        Changed changed = new Changed(ticket, bench.records().names(caller, refs));
        List<Activity> lines = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            String fromTheFirst =
                    String.format(Locale.ROOT, "%06d", entries.size() - i); // nothing is put before the first
            lines.addAll(changed.of(entries.get(i), fromTheFirst));
        }
        return lines;
    }

    /** @param edits the caller may edit it */
    private static Activity line(NoteShown note, boolean edits) {
        String title = note.isMail() ? "E-mail" : note.internal() ? "Internal note" : "Note";
        return new Activity(
                "n" + note.id(),
                note.at(),
                note.isMail() ? "email" : "note",
                note.by(),
                "",
                note.internal(),
                note.type().map(type -> title + ": " + type.label()).orElse(title),
                Optional.of(note.html()),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.of(note.id()),
                Optional.empty(),
                edits,
                note.edited());
    }

    private static Activity line(TimeShown log) {
        String text = Stream.of(log.notes(), log.internalNotes())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
        return new Activity(
                "t" + log.id(),
                log.at(),
                "time",
                log.by(),
                "",
                !log.internalNotes().isBlank() && log.notes().isBlank(),
                log.workType().map(type -> "Time: " + type.label()).orElse("Time"),
                Optional.empty(),
                Optional.of(text).filter(some -> !some.isBlank()),
                Map.of(),
                Map.of(),
                log.committed(),
                Optional.of(log.id()),
                Optional.empty(),
                log.mine(),
                Optional.empty());
    }

    private static Activity line(Entity file) {
        Instant at = file.get(Attachment.CREATED)
                .or(() -> file.get(EntityType.CHANGED_AT))
                .orElse(Instant.EPOCH);
        String name = file.get(Attachment.NAME)
                .or(() -> file.get(Attachment.FILE_NAME))
                .orElse("A file");
        return file("a" + file.id(), at, file.get(Attachment.CREATED_BY).orElse(""), "", name, file.id());
    }

    private static Activity line(Kept file) {
        Activity line = file("k" + file.id(), file.at(), file.by(), "mortise", file.name(), file.id());
        return line.waiting(Optional.of(file.why()).filter(why -> !why.isBlank()));
    }

    private static Activity file(String id, Instant at, String by, String source, String name, String record) {
        return new Activity(
                id,
                at,
                "attachment",
                by,
                source,
                false,
                name,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.of(record),
                Optional.empty(),
                false,
                Optional.empty());
    }
}
