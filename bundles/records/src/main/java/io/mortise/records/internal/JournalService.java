package io.mortise.records.internal;

import io.mortise.api.Caller;
import io.mortise.api.Journal;
import io.mortise.api.Records;
import io.mortise.api.Refusal;
import io.mortise.api.Slice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.store.Json;
import io.mortise.store.Origin;
import io.mortise.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What ever happened to a record, for those who may see the record. */
@Component
public final class JournalService implements Journal {
    private static final int LOOK_BACK = 500;
    private final Store store;
    private final Records records;
    private final Json json = new Json();

    @Activate
    public JournalService(@Reference Store store, @Reference Records records) {
        this.store = store;
        this.records = records;
    }

    @Override
    public Slice<Entry> of(Caller caller, Ref ref, Optional<String> after, int limit) {
        require(caller, ref);
        String before = after.map(Cursor::id).orElse("");
        List<io.mortise.store.Entry> found = store.read(s -> s.journal(ref, before, limit + 1));
        boolean more = found.size() > limit;
        List<io.mortise.store.Entry> page = more ? found.subList(0, limit) : found;
        Optional<String> next = more ? Optional.of(page.get(limit - 1).id()) : Optional.empty();
        return new Slice<>(page.stream().map(this::entry).toList(), next);
    }

    @Override
    public Optional<Entry> why(Caller caller, Ref ref, Field<?> field) {
        require(caller, ref);
        return store.read(s -> s.journal(ref, "", LOOK_BACK)).stream()
                .map(this::entry)
                .filter(entry -> entry.after().mentions(field))
                .findFirst();
    }

    @Override
    public void tell(Caller caller, Ref ref, String event, String text) {
        require(caller, ref);
        Instant now = Instant.now();
        store.<Void>writeDurably(s -> {
            s.tell(new io.mortise.store.Entry(
                    store.newId(), now, ref, event, "{}", "{}", Origin.HERE, caller.name(), text));
            return null;
        });
    }

    private Entry entry(io.mortise.store.Entry e) {
        EntityType type = Lexicon.type(e.ref().type());
        return new Entry(
                e.at(),
                e.ref(),
                e.event(),
                fields(type, e.before()),
                fields(type, e.after()),
                e.source(),
                e.by(),
                e.text());
    }

    private Fields fields(EntityType type, String text) {
        Map<String, Object> known = new TreeMap<>(json.read(text));
        known.keySet().removeIf(name -> type.field(name).isEmpty());
        return Clean.of(type, Fields.read(type, known));
    }

    private void require(Caller caller, Ref ref) {
        if (records.get(caller, ref).isEmpty())
            throw new Refusal(Refusal.Reason.NOT_FOUND, "There is no such " + ref.type() + ".");
    }
}
