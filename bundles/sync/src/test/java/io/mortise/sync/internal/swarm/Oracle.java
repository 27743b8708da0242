package io.mortise.sync.internal.swarm;

import io.mortise.model.EntityType;
import io.mortise.store.Json;
import io.mortise.store.Link;
import io.mortise.store.Origin;
import io.mortise.store.Query;
import io.mortise.store.Reading;
import io.mortise.store.Row;
import io.mortise.store.Rows;
import io.mortise.sync.internal.link.Values;
import io.mortise.sync.internal.swarm.Vendor.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Knows what must hold when a world has come to rest. */
final class Oracle {
    private static final EntityType THING = Words.THING;
    private final World world;
    private final Map<String, Vendor> vendors;
    private final Rows rows = new Rows(new Json());

    Oracle(World world) {
        this.world = world;
        this.vendors = world.byName();
    }

    Optional<String> verdict() {
        return world.store.read(store -> {
            List<String> wrong = new ArrayList<>();
            for (Vendor vendor : vendors.values()) known(store, vendor, wrong);
            for (Vendor vendor : vendors.values()) single(store, vendor, wrong);
            for (Row row : store.rows(Query.all("thing", 10_000).alsoInactive())) record(store, row, wrong);
            for (Vendor vendor : vendors.values())
                if (vendor.habits.ifMatch && vendor.unseen > 0) wrong.add("unseen edits overwritten at " + vendor.name);
            return wrong.stream().findFirst();
        });
    }

    private void known(Reading store, Vendor vendor, List<String> wrong) {
        for (Item item : vendor.items.values())
            if (!item.deleted && store.link(vendor.name, item.type, item.id).isEmpty())
                wrong.add("missed: " + item.id + " was never taken in");
    }

    /** The engine never makes a second one, nor one beside a person's that it could have seen. */
    private void single(Reading store, Vendor vendor, List<String> wrong) {
        Map<Object, List<Item>> byName = new TreeMap<>();
        for (Item item : vendor.items.values())
            if (item.type.equals("thing"))
                byName.computeIfAbsent(item.values.get("name"), n -> new ArrayList<>())
                        .add(item);
        byName.forEach((name, items) -> {
            List<Item> ours =
                    items.stream().filter(i -> i.madeBy.equals("engine")).toList();
            // one that a person deleted before it was linked was nobody's
            long known = ours.stream()
                    .filter(i -> !i.deleted || isLinked(store, vendor, i))
                    .count();
            if (known > 1) wrong.add("duplicate: " + known + " of " + name + " made in " + vendor.name);
            long lag = (vendor.habits.searchLag + vendor.habits.listLag) * 1000 + SimRemote.SETTLES.toMillis() + 60_000;
            for (Item made : ours)
                for (Item item : items)
                    if (item.madeBy.equals("user") && !item.deleted && item.madeAt + lag < made.madeAt)
                        wrong.add("duplicate: " + name + " made in " + vendor.name + " beside a person's");
        });
    }

    private static boolean isLinked(Reading store, Vendor vendor, Item item) {
        return store.link(vendor.name, item.type, item.id).flatMap(Link::record).isPresent();
    }

    private void record(Reading store, Row row, List<String> wrong) {
        Map<String, Object> hub = Values.of(THING, rows.fields(THING, row));
        String name = row.title();
        if (!row.active() && !world.people.deleted.contains(name)) wrong.add("deactivated by mistake: " + name);
        Map<String, Link> links = new TreeMap<>();
        store.links(row.ref()).forEach(link -> links.put(link.connection(), link));
        for (Vendor vendor : vendors.values()) {
            Link link = links.get(vendor.name);
            if (link == null || link.state() == Link.State.ABSENT || link.state() == Link.State.INTENT) {
                if (row.active() && !asks(link, links) && !waitsForMatch(store, row, vendor))
                    wrong.add("missing: " + name + " is not at " + vendor.name + " " + link);
            } else if (link.state() == Link.State.LINKED) {
                equal(hub, name, vendor, link, wrong);
            } else if (link.state() == Link.State.GONE && row.active()) {
                wrong.add("kept active: " + name + " is gone at " + vendor.name);
            }
        }
        lost(row, hub, links, wrong);
        putBack(row, hub, links, wrong);
    }

    /** What a person wanted here and the leading system refuses doesn't stand. */
    private void putBack(Row row, Map<String, Object> hub, Map<String, Link> links, List<String> wrong) {
        Origin origin = rows.content(THING, row).origins().getOrDefault("title", Origin.UNKNOWN);
        Object title = hub.get("title");
        world.vendors.stream()
                .filter(vendor ->
                        links.containsKey(vendor.name) && links.get(vendor.name).state() == Link.State.LINKED)
                .findFirst()
                .filter(leading -> origin.source().equals(Origin.HERE) && leading.refuses(title))
                .filter(leading -> !title.equals(at(leading, links).values.get("title")))
                .ifPresent(leading -> wrong.add("not put back: " + row.title() + "'s title at " + leading.name));
    }

    /** It asks itself, or waits for another system's turn, where it asks. */
    private static boolean asks(Link link, Map<String, Link> links) {
        if (link == null) return false;
        boolean turn = link.trouble().startsWith("waits for System ");
        return link.asks() == Link.Asks.MATCH
                || turn && links.values().stream().anyMatch(l -> l.asks() == Link.Asks.MATCH);
    }

    private static Item at(Vendor vendor, Map<String, Link> links) {
        return vendor.items.get(links.get(vendor.name).remoteId().orElseThrow());
    }

    private boolean waitsForMatch(Reading store, Row row, Vendor vendor) {
        return store.links(io.mortise.store.LinkQuery.of(vendor.name, "thing", Link.State.FOUND), "", 1000).stream()
                .anyMatch(link -> link.asks() == Link.Asks.MATCH
                        && link.memory().contains("\"" + row.ref().id() + "\""));
    }

    private void equal(Map<String, Object> hub, String name, Vendor vendor, Link link, List<String> wrong) {
        Item item = vendor.items.get(link.remoteId().orElseThrow());
        if (item.deleted) {
            wrong.add("stale: " + item.id + " is gone and nobody noticed");
            return;
        }
        for (String field : List.of("name", "own", "phone", "title", "mails", "active")) {
            Object here = hub.get(field);
            Object there = item.values.get(field);
            if (field.equals("title") && refused(vendor, link, here)) continue;
            boolean noMails = there instanceof Set<?> s && s.isEmpty() && here == null;
            if (field.equals("active") && here == null && Boolean.TRUE.equals(there)) continue;
            if (!noMails && !same(here, there))
                wrong.add("divergence: " + name + "." + field + " is " + here + " here and " + there + " at "
                        + vendor.name);
        }
    }

    /** What it won't have stays different there, for everybody to see. */
    private static boolean refused(Vendor vendor, Link link, Object title) {
        return vendor.refuses(title) && !link.trouble().isEmpty();
    }

    /** A value from here, which replaced this one too and overruled others, was refused later: it is back in its place. */
    private boolean undone(Map<String, Link> links, String older) {
        return world.people.replaced.entrySet().stream()
                .anyMatch(e -> e.getValue().equals(older)
                        && world.people.isFromHere(e.getKey())
                        && refusedAtOne(links, e.getKey()));
    }

    private boolean refusedAtOne(Map<String, Link> links, String title) {
        return vendors.values().stream().anyMatch(vendor -> links.containsKey(vendor.name) && vendor.refuses(title));
    }

    private static boolean same(Object a, Object b) {
        return a instanceof String && b instanceof String ? People.key(a).equals(People.key(b)) : Objects.equals(a, b);
    }

    /** A value that somebody knowingly replaced must not have won in the end. */
    private void lost(Row row, Map<String, Object> hub, Map<String, Link> links, List<String> wrong) {
        for (String field : List.of("phone", "title")) {
            String value = People.key(hub.get(field));
            world.people.replaced.forEach((newer, older) -> {
                boolean knowingly = older.equals(value);
                Item at = world.people.writtenAt.get(newer);
                boolean here = world.people.isFromHere(newer);
                boolean elsewhere = here
                        ? !world.people.isAbout(newer, row.ref())
                        : links.values().stream()
                                .noneMatch(l -> at != null && l.remoteId().equals(Optional.of(at.id)));
                boolean excused = elsewhere
                        || !here && (at.deleted || overwritten(at))
                        || field.equals("title") && (refusedAtOne(links, newer) || undone(links, older));
                if (knowingly && !excused)
                    wrong.add("lost update: " + row.title() + "." + field + " ends at " + value + " although " + newer
                            + " replaced it");
            });
        }
    }

    /** Where the vendor can't refuse a stale write, an edit inside the last moment before ours may be lost unseen. */
    private boolean overwritten(Item item) {
        return vendors.values().stream().anyMatch(v -> v.unseen > 0 && v.items.containsValue(item));
    }
}
