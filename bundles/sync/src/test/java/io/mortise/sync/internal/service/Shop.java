package io.mortise.sync.internal.service;

import io.mortise.connector.Connection;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.Session;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Part;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A product that keeps its records in memory, two to a page, and fails where it is told to. */
final class Shop implements Connector {
    private static final int PAGE = 2;
    final List<String> asked = new CopyOnWriteArrayList<>();
    final Map<String, Fault> faults = new ConcurrentHashMap<>();
    /** Told of each call before it is answered. */
    volatile Consumer<String> hears = call -> {};
    /** Keys of records that can't be read: lists hint at them, and looking alone doesn't help. */
    final Set<String> unreadable = new HashSet<>();

    private final String id;
    private final Part part;
    private final Map<EntityType, TreeMap<String, Fields>> records = new LinkedHashMap<>();

    Shop(String id, Part part, EntityType... types) {
        this.id = id;
        this.part = part;
        for (EntityType type : types) records.put(type, new TreeMap<>());
    }

    Shop with(EntityType type, String key, Fields fields) {
        records.get(type).put(key, fields);
        return this;
    }

    void loses(EntityType type, String key) {
        records.get(type).remove(key);
    }

    /** @param call {@code contact/sweep} or {@code contact/sweep@2} for the page behind record 2 */
    Shop fails(String call, Fault.Remedy remedy) {
        faults.put(call, Fault.of(remedy, call + " failed"));
        return this;
    }

    @Override
    public Descriptor descriptor() {
        return Descriptor.of(
                        id,
                        "The shop " + id,
                        part,
                        c -> c.setting("url").isEmpty() ? "https://127.0.0.1" : c.setting("url"))
                .rates(Descriptor.Rate.account(100, Duration.ofHours(1)));
    }

    @Override
    public Session open(Connection c) {
        return () -> records.keySet().stream().map(this::lane).toList();
    }

    private Lane lane(EntityType type) {
        return Lane.of(type)
                .feeds(Feed.sweep(q -> sweep(type, q.cursor().text())), Feed.changes(q -> changes(type)))
                .fetch(key -> fetch(type, key));
    }

    private Observation fetch(EntityType type, String key) throws Fault {
        if (unreadable.contains(key)) throw Fault.of(Fault.Remedy.REPORT, "it can't be read");
        Fields fields = records.get(type).get(key);
        if (fields == null) throw Fault.of(Fault.Remedy.FORGET, "there is no such record");
        return Observation.of(type, key, fields);
    }

    private Observation listed(EntityType type, String key, Fields fields) {
        return unreadable.contains(key) ? Observation.hint(type, key) : Observation.of(type, key, fields);
    }

    private Page sweep(EntityType type, String after) throws Fault {
        meet(type.name() + "/sweep" + (after.isEmpty() ? "" : "@" + after));
        List<Observation> seen = records.get(type).tailMap(after, false).entrySet().stream()
                .limit(PAGE)
                .map(record -> listed(type, record.getKey(), record.getValue()))
                .toList();
        String last = seen.isEmpty() ? "" : seen.get(seen.size() - 1).ref().id();
        boolean end = last.isEmpty() || records.get(type).higherKey(last) == null;
        return end ? Page.last(seen) : Page.more(seen, last);
    }

    private Page changes(EntityType type) throws Fault {
        meet(type.name() + "/changes");
        return Page.last(List.of(), "now");
    }

    private void meet(String call) throws Fault {
        asked.add(call);
        hears.accept(call);
        Fault fault = faults.get(call);
        if (fault != null) throw fault;
    }
}
