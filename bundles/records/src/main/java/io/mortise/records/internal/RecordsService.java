package io.mortise.records.internal;

import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.api.Once;
import io.mortise.api.Reach;
import io.mortise.api.Records;
import io.mortise.api.Refusal;
import io.mortise.api.Slice;
import io.mortise.api.WriteThrough;
import io.mortise.model.Choice;
import io.mortise.model.Declared;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import io.mortise.store.Json;
import io.mortise.store.Query;
import io.mortise.store.Row;
import io.mortise.store.Rows;
import io.mortise.store.Rows.Content;
import io.mortise.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads and edits the hub's records, within the caller's rights. */
@Component
public final class RecordsService implements Records {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int COUNTED = 500;

    private final Store store;
    private final WriteThrough writeThrough;
    private final Json json = new Json();
    private final Rows rows = new Rows(json);
    private final Entities entities = new Entities(rows);
    private final Rules rules;
    private final Editing editing;
    private final Pickers pickers;
    private final Bounds bounds;
    private final Naming naming;

    @Activate
    public RecordsService(@Reference Store store, @Reference WriteThrough writeThrough, @Reference Reach reach) {
        this.store = store;
        this.writeThrough = writeThrough;
        this.rules = new Rules(writeThrough);
        Clock clock = Clock.systemUTC();
        this.editing = new Editing(store, rows, json, clock, rules);
        this.pickers = new Pickers(store, rows, writeThrough, PATIENCE, clock);
        this.bounds = new Bounds(reach);
        this.naming = new Naming(store, bounds);
    }

    @Override
    public Optional<Entity> get(Caller caller, Ref ref) {
        return row(caller, ref).map(row -> entities.of(Lexicon.type(ref.type()), row));
    }

    private Optional<Row> row(Caller caller, Ref ref) {
        Optional<EntityType> type = Declared.type(ref.type());
        if (type.isEmpty() || !mayRead(caller, type.get()) || !Slice.isId(ref.id())) return Optional.empty();
        return store.read(s -> s.row(ref)).filter(row -> !bounds.hide(caller, ref));
    }

    @Override
    public Slice<Entity> list(Caller caller, Find find) {
        requireRead(caller, find.type());
        Find more = find.page(find.after(), find.limit() + 1);
        Query query = bounds.within(caller, find.type(), Questions.query(more));
        if (Bounds.isNothing(query)) return new Slice<>(List.of(), Optional.empty());
        List<Row> found = Since.kept(find, store.read(s -> s.rows(query)));
        boolean another = found.size() > find.limit();
        List<Row> page = another ? found.subList(0, find.limit()) : found;
        Optional<String> next = another ? Optional.of(cursor(find, page.get(page.size() - 1))) : Optional.empty();
        List<Row> shown = bounds.shown(caller, find.type(), page);
        return new Slice<>(entities.of(find, shown), next);
    }

    private String cursor(Find find, Row last) {
        String value = Questions.sortValue(find, json.read(last.fields()), last);
        return Cursor.write(new Query.Position(value, last.ref().id()));
    }

    @Override
    public long count(Caller caller, Find find) {
        return count(caller, find, Long.MAX_VALUE);
    }

    @Override
    public long count(Caller caller, Find find, long atMost) {
        requireRead(caller, find.type());
        if (bounds.areUntold(caller, find.type())) return counted(caller, find, atMost);
        Query query = bounds.within(caller, find.type(), Questions.query(find));
        if (Bounds.isNothing(query)) return 0;
        return Since.of(find).isPresent()
                ? Since.kept(find, store.read(s -> s.rows(query))).size()
                : store.read(s -> s.count(query, atMost));
    }

    /** One by one, as only what each lies in says who may see it. */
    private long counted(Caller caller, Find find, long atMost) {
        long count = 0;
        Optional<String> next = Optional.empty();
        do {
            Slice<Entity> part = list(caller, find.page(next, COUNTED));
            count += part.items().size();
            next = part.next();
        } while (next.isPresent() && count < atMost);
        return Math.min(count, atMost);
    }

    @Override
    public List<Link> links(Caller caller, Ref ref) {
        if (row(caller, ref).isEmpty()) return List.of();
        return store.read(s -> s.links(ref)).stream().map(this::link).toList();
    }

    private Link link(io.mortise.store.Link link) {
        return new Link(
                link.connection(),
                writeThrough.system(link.connection()),
                link.remoteId().orElse(""),
                link.page(),
                Link.State.valueOf(link.sync().name()),
                link.syncedAt(),
                link.trouble());
    }

    @Override
    public Map<String, Records.Origin> origins(Caller caller, Ref ref) {
        EntityType type = Lexicon.type(ref.type());
        return row(caller, ref).map(row -> origins(type, row)).orElse(Map.of());
    }

    @Override
    public Map<Ref, Map<String, Records.Origin>> origins(Caller caller, Collection<Ref> refs) {
        return naming.rows(caller, refs).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> origins(Lexicon.type(each.getKey().type()), each.getValue())));
    }

    private Map<String, Records.Origin> origins(EntityType type, Row row) {
        Map<String, Records.Origin> origins = new TreeMap<>();
        rows.content(type, row).origins().forEach((field, origin) -> origins.put(field, origin(row, origin)));
        return origins;
    }

    @Override
    public Map<Ref, String> names(Caller caller, Collection<Ref> refs) {
        return naming.titles(caller, refs);
    }

    private Records.Origin origin(Row row, io.mortise.store.Origin origin) {
        boolean known = origin.hi() != Long.MAX_VALUE;
        Instant at = known ? Instant.ofEpochMilli(origin.hi()) : row.createdAt();
        String system = origin.source().equals(io.mortise.store.Origin.HERE)
                ? "Mortise"
                : origin.source().equals(io.mortise.store.Origin.MERGED)
                        ? "several systems"
                        : writeThrough.system(origin.source());
        return new Records.Origin(origin.source(), system, at, origin.by());
    }

    @Override
    public Choices choices(Caller caller, EntityType type, Field<Choice> field, Fields given) {
        requireRead(caller, type);
        return pickers.choices(type, field, given, bounds.seesAll(caller, type));
    }

    @Override
    public List<Option> options(Caller caller, EntityType type, Field<Choice> field, Fields given) {
        requireRead(caller, type);
        return pickers.options(type, field, given, bounds.seesAll(caller, type));
    }

    @Override
    public List<Option> words(Caller caller, EntityType type, Field<Choice> field) {
        requireRead(caller, type);
        return pickers.words(type, field, bounds.seesAll(caller, type));
    }

    @Override
    public Map<String, String> locked(Caller caller, Ref ref) {
        EntityType type = Lexicon.type(ref.type());
        if (row(caller, ref).isEmpty()) return Map.of();
        return rules.locked(type, store.read(s -> s.links(ref)));
    }

    @Override
    public Saved create(Caller caller, EntityType type, Fields fields) {
        return create(caller, type, fields, Optional.empty());
    }

    @Override
    public Saved create(Caller caller, EntityType type, Fields fields, Optional<Once> once) {
        Optional<Saved> made = once.flatMap(key -> made(caller, type, key));
        if (made.isPresent()) return made.get();
        requireEdit(caller, type);
        bounds.require(caller, type, fields);
        Fields wanted = Clean.of(type, Worded.of(type, fields));
        pickers.check(type, Fields.NONE, wanted, bounds.seesAll(caller, type));
        Row row = editing.create(caller, type, wanted, once);
        pickers.saved(type, wanted);
        return pushed(type, row);
    }

    @Override
    public Optional<Saved> made(Caller caller, EntityType type, Once once) {
        requireEdit(caller, type);
        return editing.made(caller, type, once)
                .filter(row -> !bounds.hide(caller, row.ref()))
                .map(row -> pushed(type, row));
    }

    private Saved pushed(EntityType type, Row row) {
        Set<String> given = rows.fields(type, row).names();
        return new Saved(
                entities.of(type, row),
                true,
                writeThrough.push(row.ref(), given, PATIENCE).at());
    }

    @Override
    public Saved edit(Caller caller, Ref ref, long version, Fields changes) {
        EntityType type = Lexicon.type(ref.type());
        Entity known = get(caller, ref)
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, "There is no such " + ref.type() + "."));
        requireEdit(caller, type);
        bounds.require(caller, type, changes);
        Fields wanted = Clean.given(type, kept(type, ref), Worded.of(type, changes));
        pickers.check(type, known.fields(), wanted, bounds.seesAll(caller, type));
        Content before = editing.edit(caller, type, ref, version, wanted);
        WriteThrough.Pushed pushed = writeThrough.push(ref, wanted.names(), PATIENCE);
        if (pushed.refusedByOwner()) {
            editing.undo(caller, type, ref, before, wanted, "Undone: " + refusals(pushed.at()));
            writeThrough.push(ref, wanted.names(), PATIENCE);
        } else pickers.saved(type, wanted);
        Row now = store.read(s -> s.row(ref)).orElseThrow(); // also if the caller mustn't see it any more
        return new Saved(entities.of(type, now), !pushed.refusedByOwner(), pushed.at());
    }

    @Override
    public String clean(String html) {
        return Clean.html(html);
    }

    private static String refusals(List<Saved.At> at) {
        return at.stream()
                .filter(a -> a.state() == Saved.State.REFUSED)
                .map(a -> a.system() + " refused it: " + a.why())
                .collect(Collectors.joining("; "));
    }

    private Fields kept(EntityType type, Ref ref) {
        return store.read(s -> s.row(ref)).map(row -> rows.fields(type, row)).orElse(Fields.NONE);
    }

    private static boolean mayRead(Caller caller, EntityType type) {
        return caller.may(Right.read(type));
    }

    private static void requireRead(Caller caller, EntityType type) {
        if (!mayRead(caller, type)) throw denied(Right.read(type));
    }

    private static void requireEdit(Caller caller, EntityType type) {
        if (!caller.may(Right.edit(type))) throw denied(Right.edit(type));
    }

    private static Refusal denied(Right right) {
        return new Refusal(
                Refusal.Reason.DENIED,
                "Your role doesn't include the right " + right.name() + ". Ask an administrator if you need it.");
    }
}
