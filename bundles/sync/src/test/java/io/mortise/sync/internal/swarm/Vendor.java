package io.mortise.sync.internal.swarm;

import io.mortise.store.memory.PassingClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A vendor's system with the habits of real ones: coarse and wrong clocks, lists that lag, letters it changes. */
final class Vendor {
    private static final List<String> FIELDS =
            List.of("active", "mails", "name", "organization", "own", "phone", "title");

    /** What this one can and can't. */
    static final class Habits {
        boolean ifMatch;
        boolean idempotent;
        boolean shouts;
        boolean declaresIt;
        /** It won't have some titles that others take. */
        boolean picky;

        boolean fetches = true;
        boolean finds;
        long skew;
        long tick = 1;
        long listLag;
        long searchLag;
    }

    static final class Item {
        final String id;
        final String type;
        final String madeBy;
        final long madeAt;
        Map<String, Object> values = new TreeMap<>();
        final TreeMap<Long, Map<String, Object>> history = new TreeMap<>();
        long revision = 1;
        long updated;
        boolean deleted;
        long deletedAt = Long.MAX_VALUE;

        Item(String id, String type, String madeBy, long madeAt) {
            this.id = id;
            this.type = type;
            this.madeBy = madeBy;
            this.madeAt = madeAt;
        }

        /** As a replica that lags showed it at that time; null if it didn't know it yet. */
        Map<String, Object> asOf(long time) {
            var entry = history.floorEntry(time);
            return entry == null || deletedAt <= time ? null : entry.getValue();
        }
    }

    static final class Unwanted extends Exception {
        private static final long serialVersionUID = 1;
    }

    static final class Stale extends Exception {
        private static final long serialVersionUID = 1;
    }

    final String name;
    final Habits habits;
    final PassingClock clock;
    final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, String> byKey = new TreeMap<>();
    private int ids;
    long writes;
    /** Edits of people that the engine overwrote without a chance to see them. */
    long unseen;

    Vendor(String name, Habits habits, PassingClock clock) {
        this.name = name;
        this.habits = habits;
        this.clock = clock;
    }

    Item make(String type, Map<String, Object> values, String by) {
        Item item = new Item("%s%05d".formatted(name, ++ids), type, by, clock.millis());
        items.put(item.id, item);
        write(item, values);
        return item;
    }

    /** A create by the engine. */
    Item create(String type, Map<String, Object> values, String key) {
        writes++;
        if (habits.idempotent && byKey.containsKey(key)) return items.get(byKey.get(key));
        Map<String, Object> all = new TreeMap<>();
        for (String field : FIELDS) all.put(field, values.get(field)); // what isn't given is shown as none
        Item item = make(type, all, "engine");
        byKey.put(key, item.id);
        return item;
    }

    /** An update by the engine, which last saw {@code expected} and means it if the vendor checks. */
    Item update(String id, Map<String, Object> values, String expected) throws Stale, Unwanted {
        Item item = items.get(id);
        if (refuses(values.get("title"))) throw new Unwanted();
        boolean stale = !Long.toString(item.revision).equals(expected);
        if (habits.ifMatch && stale) throw new Stale();
        writes++;
        if (stale) unseen++;
        item.revision++;
        write(item, values);
        return item;
    }

    boolean refuses(Object title) {
        return habits.picky && title != null && title.toString().endsWith("7");
    }

    void edit(Item item, Map<String, Object> values) {
        item.revision++;
        write(item, values);
    }

    void delete(Item item) {
        item.deleted = true;
        item.deletedAt = clock.millis();
    }

    private void write(Item item, Map<String, Object> values) {
        Map<String, Object> now = new TreeMap<>(item.values);
        values.forEach((field, value) -> now.put(field, shown(field, value)));
        item.values = now;
        item.history.put(clock.millis(), now);
        item.updated = time();
    }

    /** By its own clock. */
    long time() {
        return (clock.millis() + habits.skew) / (habits.tick * 1000) * habits.tick * 1000;
    }

    Object shown(String field, Object value) {
        boolean changes = habits.shouts && field.equals("phone") && value != null;
        return changes ? value.toString().toUpperCase(java.util.Locale.ROOT) : value;
    }

    /** By id, as the list's replica knows them. */
    List<Item> sweep(String type, String after, int limit) {
        return live(type).stream()
                .filter(item -> item.id.compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    /** By time of change, as the list's replica knows them. */
    List<Item> changed(String type, long since, String after, int limit) {
        return live(type).stream()
                .filter(item -> item.updated > since || item.updated == since && item.id.compareTo(after) > 0)
                .sorted((a, b) -> a.updated != b.updated ? Long.compare(a.updated, b.updated) : a.id.compareTo(b.id))
                .limit(limit)
                .toList();
    }

    List<Item> search(String type, String title) {
        long seen = clock.millis() - habits.searchLag * 1000;
        List<Item> hits = new ArrayList<>();
        for (Item item : items.values()) {
            Map<String, Object> known = item.type.equals(type) ? item.asOf(seen) : null;
            if (known != null && Objects.equals(known.get("name"), title)) hits.add(item);
        }
        return hits;
    }

    Map<String, Object> listed(Item item) {
        return item.asOf(clock.millis() - habits.listLag * 1000);
    }

    private List<Item> live(String type) {
        return items.values().stream()
                .filter(item -> item.type.equals(type) && listed(item) != null)
                .toList();
    }
}
