package io.mortise.sync.internal.swarm;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.Write;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Part;
import io.mortise.sync.internal.link.Values;
import io.mortise.sync.internal.remote.Remote;
import io.mortise.sync.internal.remote.Timing;
import io.mortise.sync.internal.swarm.Vendor.Item;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The connector of a simulated vendor: the same lanes that a real one offers, over a network that the world spoils. */
final class SimRemote implements Remote {
    static final Duration SETTLES = Duration.ofSeconds(30);
    private static final int PAGE = 4;
    private final Vendor vendor;
    private final Part part;
    private final World world;
    private final Map<String, Lane> lanes = new TreeMap<>();

    SimRemote(Vendor vendor, Part part, World world) {
        this.vendor = vendor;
        this.part = part;
        this.world = world;
        lanes.put("organization", reading(Words.ORG));
        lanes.put("thing", writing(reading(Words.THING)));
    }

    private Lane reading(EntityType type) {
        Feed sweep = Feed.sweep(q -> sweep(type, q)).pages(PAGE);
        Feed changes = Feed.changes(q -> changes(type, q)).pages(PAGE);
        Lane lane = Lane.of(type).feeds(changes, sweep);
        return vendor.habits.fetches ? lane.fetch(id -> fetch(type, id)) : lane;
    }

    private Lane writing(Lane lane) {
        var all = new io.mortise.model.Field<?>[] {
            Words.NAME, Words.OWN, Words.PHONE, Words.TITLE, Words.MAILS, EntityType.ACTIVE, Words.WITHIN
        };
        var most = java.util.Arrays.copyOf(all, 6);
        Lane full = lane.create(w -> create(lane.type(), w), all)
                .needs(Words.NAME, Words.WITHIN)
                .update(w -> update(lane.type(), w), most);
        full = claims(full);
        if (vendor.habits.finds) full = full.find(like -> find(lane.type(), like), Words.NAME);
        if (vendor.habits.shouts && vendor.habits.declaresIt)
            full = full.shows(Words.PHONE, s -> s.toUpperCase(java.util.Locale.ROOT));
        return full;
    }

    private Lane claims(Lane lane) {
        if (vendor.habits.ifMatch && vendor.habits.idempotent)
            return lane.claims(Lane.Claim.IF_MATCH, Lane.Claim.IDEMPOTENT_CREATE);
        if (vendor.habits.ifMatch) return lane.claims(Lane.Claim.IF_MATCH);
        return vendor.habits.idempotent ? lane.claims(Lane.Claim.IDEMPOTENT_CREATE) : lane;
    }

    private Page sweep(EntityType type, Feed.Query q) throws Fault {
        world.grants.ask(vendor, type.name());
        List<Item> items = vendor.sweep(type.name(), q.cursor().text(), q.limit());
        List<Observation> seen = items.stream().map(i -> listed(type, i)).toList();
        if (items.size() < q.limit()) return Page.last(seen);
        if (world.cutsPage()) return Page.last(seen.subList(0, seen.size() / 2));
        return Page.more(seen, items.get(items.size() - 1).id);
    }

    /**
     * The cursor is {@code updated/id/begun}; the end goes back by as much as lists lag and clocks are coarse, and never
     * behind the moment when the pass began: what was changed since then may have a place that was read already.
     */
    private Page changes(EntityType type, Feed.Query q) throws Fault {
        world.grants.ask(vendor, type.name());
        String[] at = q.cursor().isStart()
                ? new String[] {Long.toString(Long.MIN_VALUE / 4), "", ""}
                : q.cursor().text().split("/", -1);
        long since = Long.parseLong(at[0]);
        long begun = at[2].isEmpty() ? vendor.time() : Long.parseLong(at[2]);
        List<Item> items = vendor.changed(type.name(), since, at[1], q.limit());
        List<Observation> seen = items.stream().map(i -> listed(type, i)).toList();
        if (items.isEmpty()) return Page.last(seen, back(since, begun));
        Item end = items.get(items.size() - 1);
        boolean last = items.size() < q.limit();
        return last
                ? Page.last(seen, back(end.updated, begun))
                : Page.more(seen, end.updated + "/" + end.id + "/" + begun);
    }

    private String back(long updated, long begun) {
        long overlap = (vendor.habits.listLag + vendor.habits.tick) * 1000;
        return Math.min(updated, begun) - overlap + "//";
    }

    private Observation fetch(EntityType type, String id) throws Fault {
        Item item = vendor.items.get(id);
        if (item == null || item.deleted) throw Fault.of(Fault.Remedy.FORGET, "no such record");
        return seen(type, item, item.values);
    }

    private List<Observation> find(EntityType type, Fields like) {
        return vendor.search(type.name(), like.get(Words.NAME).orElse("")).stream()
                .filter(item -> !item.deleted)
                .map(item -> seen(type, item, item.values))
                .toList();
    }

    private Observation create(EntityType type, Write write) throws Fault {
        return world.effects.send(() -> {
            Item item = vendor.create(type.name(), Values.of(type, write.fields()), write.key());
            return seen(type, item, item.values);
        });
    }

    private Observation update(EntityType type, Write write) throws Fault {
        Item now = vendor.items.get(write.id().orElseThrow());
        if (now.deleted) throw Fault.of(Fault.Remedy.FORGET, "no such record");
        return world.effects.send(() -> {
            try {
                Item item = vendor.update(
                        write.id().get(),
                        Values.of(type, write.fields()),
                        write.expected().orElse(""));
                return seen(type, item, item.values);
            } catch (Vendor.Unwanted no) {
                throw Fault.correct("not that title", Map.of(Words.TITLE, "not that title"));
            } catch (Vendor.Stale stale) {
                throw Fault.of(Fault.Remedy.MERGE, "changed meanwhile");
            }
        });
    }

    private Observation listed(EntityType type, Item item) {
        return seen(type, item, vendor.listed(item));
    }

    private Observation seen(EntityType type, Item item, Map<String, Object> values) {
        Observation seen = Observation.of(type, item.id, Values.fields(type, values));
        return seen.revision(Long.toString(item.revision));
    }

    @Override
    public <R> R call(String type, Ask<R> ask) throws Fault {
        return world.asking(() -> ask.of(lanes.get(type)));
    }

    @Override
    public String id() {
        return vendor.name;
    }

    @Override
    public String system() {
        return "System " + vendor.name;
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public int mapping() {
        return 1;
    }

    @Override
    public boolean speaks() {
        return true;
    }

    @Override
    public boolean linksEqualNames() {
        return true;
    }

    @Override
    public Timing timing() {
        Duration search = Duration.ofSeconds(vendor.habits.searchLag + vendor.habits.listLag + 1);
        return new Timing(Duration.ofSeconds(20), Duration.ofSeconds(200), SETTLES, search, Duration.ofSeconds(10));
    }

    @Override
    public Optional<Lane> lane(String type) {
        return Optional.ofNullable(lanes.get(type));
    }

    @Override
    public List<String> types() {
        return List.of("organization", "thing");
    }
}
