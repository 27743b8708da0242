package io.mortise.sync.internal.swarm;

import io.mortise.model.Ref;
import io.mortise.sync.internal.swarm.Vendor.Item;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Those who edit behind the engine's back. Every value is written once in all history and remembers what it replaced. */
final class People {
    private final World world;
    /** By value, the value that its author saw and replaced. */
    final Map<String, String> replaced = new TreeMap<>();
    /** By value, where it was written. */
    final Map<String, Item> writtenAt = new TreeMap<>();

    final Set<String> removedMails = new TreeSet<>();
    final Map<String, Item> addedMails = new TreeMap<>();
    final Set<String> deleted = new TreeSet<>();
    int edits;
    private final Here here;
    private int sequence;

    People(World world) {
        this.world = world;
        this.here = new Here(world, this);
    }

    /** The same two organizations everywhere. */
    void foundOrganizations() {
        for (Vendor vendor : world.vendors)
            for (String name : List.of("Acme", "Globex"))
                vendor.make("organization", Map.of("name", name, "active", true), "user");
    }

    void act() {
        if (world.random.nextInt(8) == 0 && here.edit(world.random.nextInt(3), value())) {
            edits++;
            return;
        }
        Vendor vendor = world.vendors.get(world.random.nextInt(world.vendors.size()));
        List<Item> things = vendor.items.values().stream()
                .filter(i -> i.type.equals("thing") && !i.deleted)
                .toList();
        edits++;
        int dice = world.random.nextInt(100);
        if (things.isEmpty() || dice < 8 && things.size() < 6) make(vendor);
        else change(vendor, things.get(world.random.nextInt(things.size())), dice);
    }

    private void make(Vendor vendor) {
        String name = "n" + ++sequence;
        String org = world.random.nextBoolean() ? "Acme" : "Globex";
        born(vendor, name, org);
        if (world.random.nextInt(4) == 0) {
            Vendor other = world.vendors.get(world.random.nextInt(world.vendors.size()));
            if (other != vendor) born(other, name, org);
        }
    }

    private void born(Vendor vendor, String name, String org) {
        Map<String, Object> values = new TreeMap<>();
        values.put("name", name);
        values.put("active", true);
        values.put("organization", new Ref("organization", organization(vendor, org)));
        for (String field : List.of("own", "phone", "title")) values.put(field, value());
        values.put("mails", Set.of(value()));
        Item item = vendor.make("thing", values, "user");
        values.values().stream().filter(String.class::isInstance).forEach(v -> writtenAt.put((String) v, item));
    }

    private static String organization(Vendor vendor, String name) {
        return vendor.items.values().stream()
                .filter(i ->
                        i.type.equals("organization") && i.values.get("name").equals(name))
                .findFirst()
                .orElseThrow()
                .id;
    }

    private void change(Vendor vendor, Item item, int dice) {
        if (world.random.nextDouble() < world.faulty.deletes) {
            vendor.delete(item);
            deleted.add((String) item.values.get("name"));
        } else if (dice < 30) {
            mails(vendor, item);
        } else {
            String field = List.of("own", "phone", "title").get(world.random.nextInt(3));
            String value = value();
            Object before = item.values.get(field);
            if (before != null) replaced.put(value, key(before));
            vendor.edit(item, Map.of(field, value));
            writtenAt.put(value, item);
        }
    }

    private void mails(Vendor vendor, Item item) {
        Object now = item.values.get("mails");
        Set<Object> mails = new HashSet<>(now == null ? Set.of() : (Set<?>) now);
        if (mails.size() > 1 && world.random.nextBoolean()) {
            Object gone = mails.iterator().next();
            mails.remove(gone);
            removedMails.add((String) gone);
        } else {
            String added = value();
            mails.add(added);
            addedMails.put(added, item);
        }
        vendor.edit(item, Map.of("mails", Set.copyOf(mails)));
    }

    boolean isFromHere(String value) {
        return here.values.containsKey(value);
    }

    /** Was this value given here, to this record? */
    boolean isAbout(String value, Ref record) {
        return record.equals(here.values.get(value));
    }

    private String value() {
        return "v" + ++sequence;
    }

    static String key(Object value) {
        return value == null ? null : value.toString().toLowerCase(java.util.Locale.ROOT);
    }

    /** Did somebody knowingly replace {@code older} on the way to {@code newer}? */
    boolean isAncestor(String older, String newer) {
        int steps = 0;
        for (String v = replaced.get(newer); v != null && steps++ < 10_000; v = replaced.get(v))
            if (v.equals(older)) return true;
        return false;
    }
}
