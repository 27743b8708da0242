package io.mortise.sync.internal.service;

import io.mortise.api.Events;
import io.mortise.api.Runs;
import io.mortise.model.Right;
import io.mortise.store.Document;
import io.mortise.store.Json;
import io.mortise.store.Store;
import io.mortise.sync.internal.engine.Pass;
import io.mortise.sync.internal.remote.LiveRemote;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** What people see of the passes while they run, and what is kept of those that brought something. Thread-safe. */
final class Progress {
    static final String RUNS = "run";
    private static final Duration KEEP = Duration.ofDays(7);
    private static final long OFTEN = 250;
    private final Store store;
    private final Json json;
    private final Clock clock;
    private final AtomicReference<Optional<Events>> events;
    private final Map<String, Pass> last = new ConcurrentHashMap<>();
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
    private final AtomicLong told = new AtomicLong();

    Progress(Store store, Json json, Clock clock, AtomicReference<Optional<Events>> events) {
        this.store = store;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    /** @param blocked an admin must do something */
    private record Trouble(String why, boolean blocked) {}

    /** A pass of an earlier life; what this one has seen counts for more. */
    void recall(Pass pass) {
        last.putIfAbsent(key(pass), pass);
    }

    /** A connection is here anew; what its last life complained of is over. */
    void arrived(String connection) {
        troubles.keySet().removeIf(key -> key.equals(connection) || key.startsWith(connection + "/"));
    }

    void step(LiveRemote remote, Pass pass) {
        troubles.remove(remote.id());
        troubles.remove(key(pass));
        last.put(key(pass), pass);
        boolean news = pass.counts().created() + pass.counts().changed() > 0;
        if (!pass.isRunning() && news) keep(remote, pass);
        tell(remote.id(), pass.type(), !pass.isRunning());
    }

    /** The whole connection. */
    void failed(String connection, String why) {
        troubles.put(connection, new Trouble(why, false));
        tell(connection, "", true);
    }

    /** One feed of one type; the others go on. */
    void failed(String connection, String type, String feed, String why, boolean blocked) {
        troubles.put(key(connection, type, feed), new Trouble(why, blocked));
        tell(connection, type, true);
    }

    /** The one that runs; else the last one over everything, which says more than the many small ones after it. */
    Optional<Pass> last(String connection, String type) {
        return last.values().stream()
                .filter(pass ->
                        pass.connection().equals(connection) && pass.type().equals(type))
                .max(Comparator.comparing(Pass::isRunning)
                        .thenComparing(pass -> pass.feed().startsWith("sweep"))
                        .thenComparing(Pass::started));
    }

    /** The whole look that runs or ran last. */
    Optional<Pass> sweep(String connection, String type) {
        return last.values().stream()
                .filter(pass -> pass.connection().equals(connection)
                        && pass.type().equals(type)
                        && pass.feed().startsWith("sweep"))
                .max(Comparator.comparing(Pass::isRunning).thenComparing(Pass::started));
    }

    /** When the youngest whole look began; empty before the first has ended. */
    Optional<Instant> fresh(String connection, String type) {
        return last.values().stream()
                .filter(pass ->
                        pass.connection().equals(connection) && pass.type().equals(type))
                .map(Pass::complete)
                .filter(complete -> complete > 0)
                .max(Long::compare)
                .map(Instant::ofEpochMilli);
    }

    /** What went wrong last with a type, or with all of the connection; "" when all is well. */
    String error(String connection, String type) {
        return of(connection, type)
                .or(() -> Optional.ofNullable(troubles.get(connection)))
                .map(Trouble::why)
                .orElse("");
    }

    /** Must an admin do something before the type is read? */
    boolean blocked(String connection, String type) {
        return of(connection, type).map(Trouble::blocked).orElse(false);
    }

    private Optional<Trouble> of(String connection, String type) {
        String feeds = key(connection, type, "");
        return troubles.entrySet().stream()
                .filter(trouble -> trouble.getKey().startsWith(feeds))
                .map(Map.Entry::getValue)
                .max(Comparator.comparing(Trouble::blocked).thenComparing(Trouble::why));
    }

    private void keep(LiveRemote remote, Pass pass) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("connection", remote.id());
        run.put("system", remote.system());
        run.put("type", pass.type());
        run.put("started", pass.started());
        run.put("ended", pass.ended());
        run.put("seen", pass.counts().seen());
        run.put("created", pass.counts().created());
        run.put("changed", pass.counts().changed());
        run.put("unchanged", pass.counts().unchanged());
        String id = store.newId();
        store.<Void>write(s -> {
            s.put(Document.of(RUNS, "", id, json.write(run))
                    .until(clock.instant().plus(KEEP)));
            return null;
        });
    }

    private void tell(String connection, String type, boolean always) {
        long now = clock.millis();
        long before = told.get();
        if (always) told.set(now);
        else if (now - before < OFTEN || !told.compareAndSet(before, now)) return;
        events.get()
                .ifPresent(e -> e.tell(
                        "sync.progress", Right.named("sync.read"), Map.of("connection", connection, "type", type)));
    }

    static Runs.Counts counts(Pass.Counts c, long failed) {
        return new Runs.Counts(c.seen(), c.created(), c.changed(), c.unchanged(), failed);
    }

    private static String key(Pass pass) {
        return key(pass.connection(), pass.type(), pass.feed());
    }

    private static String key(String connection, String type, String feed) {
        return connection + "/" + type + "/" + feed;
    }
}
