package io.mortise.sync.internal.swarm;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.model.Part;
import io.mortise.store.Dirty;
import io.mortise.store.Json;
import io.mortise.store.Stale;
import io.mortise.store.memory.MemoryStore;
import io.mortise.store.memory.PassingClock;
import io.mortise.sync.internal.engine.Ground;
import io.mortise.sync.internal.engine.Intake;
import io.mortise.sync.internal.engine.Resync;
import io.mortise.sync.internal.engine.Work;
import io.mortise.sync.internal.remote.Remote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Vendors, people, a network and the real engine under one seeded scheduler. What the engine holds in memory dies in a
 * crash; what it committed stays. The same seed gives the same history.
 */
final class World {
    final RandomGenerator random;
    /** One unit of simulated time is a second. */
    final PassingClock clock = new PassingClock(Instant.ofEpochMilli(1_000_000));

    final MemoryStore store = new MemoryStore(clock);
    final List<Vendor> vendors = new ArrayList<>();
    final People people;
    final Faulty faulty;
    private final List<Remote> remotes = new ArrayList<>();
    private final Connected connected = new Connected(remotes);
    /** Whose connector is here while its links haven't all been looked at: a crash doesn't spare a new process that. */
    private final List<Remote> arriving = new ArrayList<>();

    final Effects effects = new Effects(this);
    private Ground ground;
    private Work work;
    private Intake intake;
    private int depth;
    boolean calm;
    int crashes;
    final Grants grants;

    World(long seed) {
        random = new SplittableRandom(seed);
        faulty = new Faulty(random);
        int systems = 2 + random.nextInt(2);
        Part[] parts = {Part.PSA, Part.DOCS, Part.RMM};
        for (int i = 0; i < systems; i++) {
            Vendor vendor = new Vendor(String.valueOf((char) ('A' + i)), habits(), clock);
            vendors.add(vendor);
            remotes.add(new SimRemote(vendor, parts[i], this));
        }
        grants = new Grants(random, vendors);
        people = new People(this);
        people.foundOrganizations();
        store.onCommit(this::mayCrash);
        start();
    }

    private Vendor.Habits habits() {
        Vendor.Habits h = new Vendor.Habits();
        h.ifMatch = random.nextBoolean();
        h.idempotent = random.nextInt(3) == 0;
        h.shouts = random.nextInt(4) == 0;
        h.declaresIt = random.nextBoolean();
        h.picky = random.nextInt(5) == 0;
        h.finds = random.nextBoolean();
        h.fetches = random.nextInt(5) != 0;
        h.skew = (random.nextInt(20_001) - 10_000) * 1000L;
        h.tick = 1 + random.nextInt(12);
        h.listLag = random.nextInt(3) == 0 ? random.nextInt(15) : 0;
        h.searchLag = random.nextBoolean() ? random.nextInt(25) : 0;
        return h;
    }

    /** A new process over what was committed; now and then all marks are lost with the old one. */
    private void restart() {
        crashes++;
        depth = 0;
        start();
        store.onCommit(() -> {});
        arriving.forEach(new Resync(ground)::of);
        arriving.clear();
        if (random.nextInt(4) == 0) forget();
        store.onCommit(this::mayCrash);
    }

    private void forget() {
        List<Dirty> marks = store.read(s -> s.dirty(Instant.ofEpochMilli(Long.MAX_VALUE / 2), 100_000));
        store.<Void>write(s -> {
            s.done(marks);
            return null;
        });
        connected.all().forEach(new Resync(ground)::of);
    }

    private void start() {
        ground = new Ground(store, Words.TYPES, connected, clock, random, new Json());
        work = new Work(ground);
        intake = new Intake(ground);
    }

    private void swap() {
        if (!connected.isWhole() && random.nextInt(8) == 0) comeBack();
        else if (connected.isWhole() && random.nextInt(40) == 0)
            connected.without(remotes.get(random.nextInt(remotes.size())).id());
    }

    private void comeBack() {
        connected.back().ifPresent(arriving::add);
        arriving.forEach(new Resync(ground)::of);
        arriving.clear();
    }

    void step() {
        clock.pass(1000 + random.nextInt(2000));
        if (random.nextInt(60) == 0) grants.give();
        try {
            if (!calm) swap();
            if (!calm && random.nextDouble() < faulty.edits) people.act();
            else engine();
        } catch (Crash crash) {
            restart();
        }
    }

    /** The first look at everything: nothing is matched or created before it. */
    void firstLook() {
        for (int round = 0; round < 6; round++)
            for (int i = 0; i < remotes.size(); i++)
                for (String type : List.of("organization", "thing")) spoiled(i, type);
    }

    private void spoiled(int system, String type) {
        try {
            read(system, type, "sweep");
            clock.pass(1000);
        } catch (Crash crash) {
            restart();
        }
    }

    /** Everything is read once more and all work that falls due is done. */
    void round() {
        for (int i = 0; i < remotes.size(); i++)
            for (String type : List.of("organization", "thing"))
                for (String feed : List.of("changes", "sweep")) whole(i, type, feed);
        for (int i = 0; i < 200 && !idle(); i++) {
            for (int j = 0; j < 10; j++) workOne();
            clock.pass(1000);
        }
    }

    private void whole(int system, String type, String feed) {
        for (int page = 0; page < 50; page++) {
            clock.pass(500);
            if (read(system, type, feed)) return;
        }
    }

    private void engine() {
        int dice = random.nextInt(9);
        if (dice < 3) read(random.nextInt(remotes.size()), "thing", "changes");
        else if (dice == 3 && random.nextInt(2) == 0) read(random.nextInt(remotes.size()), "thing", "sweep");
        else if (dice == 4)
            read(random.nextInt(remotes.size()), "organization", random.nextBoolean() ? "sweep" : "changes");
        else if (dice > 4) for (int i = 0; i < 3; i++) workOne();
    }

    /** @return whether the pass has ended */
    private boolean read(int system, String type, String feedName) {
        Remote remote = remotes.get(system);
        if (!connected.all().contains(remote)) return true;
        Feed feed = remote.lane(type).orElseThrow().feeds().stream()
                .filter(f -> f.name().equals(feedName))
                .findFirst()
                .orElseThrow();
        try {
            return !intake.step(remote, type, feed).isRunning();
        } catch (Fault | Stale again) {
            clock.pass(1000);
            return false;
        }
    }

    private void workOne() {
        List<Dirty> due = store.read(s -> s.dirty(clock.instant(), 10));
        if (due.isEmpty()) return;
        try {
            work.on(due.get(random.nextInt(due.size())));
        } catch (Stale again) {
            clock.pass(1000);
        }
    }

    /** One request over the network; other things happen while it is under way. */
    <R> R asking(Call<R> call) throws Fault {
        mayCrash();
        if (!calm && random.nextDouble() < faulty.slowDown)
            throw Fault.slowDown(java.time.Duration.ofSeconds(random.nextInt(5)), false);
        if (!calm && random.nextDouble() < faulty.broken) throw Fault.of(Fault.Remedy.RETRY, "server error");
        R answer = call.now();
        meanwhile();
        mayCrash();
        return answer;
    }

    private void meanwhile() {
        clock.pass(random.nextInt(1500));
        effects.land();
        if (calm || depth > 1 || random.nextDouble() >= faulty.meanwhile) return;
        depth++;
        int steps = 1 + random.nextInt(2);
        for (int i = 0; i < steps; i++) {
            if (random.nextBoolean()) people.act();
            else engine();
        }
        depth--;
    }

    boolean cutsPage() {
        return !calm && random.nextDouble() < faulty.shortPage;
    }

    private void mayCrash() {
        if (!calm && random.nextDouble() < faulty.crash / 4) throw new Crash();
    }

    long writes() {
        return vendors.stream().mapToLong(v -> v.writes).sum();
    }

    /** What a vendor won't have is offered again after hours: that isn't waited for. */
    boolean idle() {
        Instant soon = clock.instant().plus(Duration.ofHours(1));
        return store.read(s -> s.dirty(soon, 1)).isEmpty();
    }

    /** Lets everything that was under way land, without anything new. */
    void settle() {
        calm = true;
        grants.give();
        comeBack();
        for (int i = 0; i < 200; i++) {
            clock.pass(1000);
            effects.land();
        }
    }

    Instant now() {
        return clock.instant();
    }

    Map<String, Vendor> byName() {
        Map<String, Vendor> byName = new TreeMap<>();
        vendors.forEach(v -> byName.put(v.name, v));
        return byName;
    }

    @FunctionalInterface
    interface Call<R> {
        R now() throws Fault;
    }
}
