package io.mortise.sync.internal.service;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.store.Stale;
import io.mortise.sync.internal.engine.Intake;
import io.mortise.sync.internal.engine.Pass;
import io.mortise.sync.internal.engine.Resync;
import io.mortise.sync.internal.remote.LiveRemote;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one connection's feeds, on a thread of its own: what changed at every poll, everything at every sweep, parents
 * before children. A change feed is given its place before the first sweep begins, so that nothing falls between.
 */
final class Reader implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
    private final LiveRemote remote;
    private final Intake intake;
    private final Resync resync;
    private final Progress progress;
    private final Workers workers;
    private final Clock clock;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> nextAt = new HashMap<>();
    private int failures;
    private volatile boolean running = true;

    Reader(LiveRemote remote, Intake intake, Resync resync, Progress progress, Workers workers, Clock clock) {
        this.remote = remote;
        this.intake = intake;
        this.resync = resync;
        this.progress = progress;
        this.workers = workers;
        this.clock = clock;
    }

    /** A person wants everything read anew. */
    void readAll() {
        asked.addAll(remote.types());
    }

    void stop() {
        running = false;
    }

    @Override
    public void run() {
        while (running && !Thread.currentThread().isInterrupted()) {
            try {
                if (remote.types().isEmpty()) arrive();
                for (String type : remote.types()) read(type);
                failures = 0;
                rest(500);
            } catch (Fault fault) {
                progress.failed(remote.id(), fault.getMessage());
                LOG.info("{}: {}", remote.id(), fault.getMessage());
                rest(wait(fault));
            } catch (Stale elsewhere) {
                rest(1_000);
            } catch (RuntimeException e) {
                if (running) LOG.error("Reading {} failed; it is tried again", remote.id(), e);
                rest(10_000);
            }
        }
    }

    private void arrive() throws Fault {
        remote.look();
        resync.of(remote);
        workers.ring();
    }

    private long wait(Fault fault) {
        failures = Math.min(failures + 1, 6);
        long slower = (long) (Math.random() * 1000 * (1L << failures));
        return Math.max(fault.after().toMillis(), slower + 500);
    }

    private void read(String type) throws Fault {
        if (remote.account().isPaused(type)) return;
        Lane lane = remote.lane(type).orElseThrow();
        for (Feed feed : changesFirst(lane)) if (running && due(type, feed)) pass(type, feed);
    }

    private static List<Feed> changesFirst(Lane lane) {
        return lane.feeds().stream()
                .filter(feed -> feed.under().isEmpty())
                .sorted((a, b) -> Boolean.compare(a.isComplete(), b.isComplete()))
                .toList();
    }

    private boolean due(String type, Feed feed) {
        if (feed.isComplete() && asked.contains(type)) return true;
        return clock.millis() >= nextAt.getOrDefault(type + "/" + feed.name(), 0L);
    }

    private void pass(String type, Feed feed) throws Fault {
        if (feed.isComplete()) asked.remove(type);
        long began = clock.millis();
        Pass pass;
        do {
            pass = intake.step(remote, type, feed);
            progress.step(remote, pass);
            workers.ring();
        } while (pass.isRunning() && running);
        nextAt.put(type + "/" + feed.name(), began + interval(type, feed));
    }

    /** Where nothing tells what changed, everything is read as often as the poll would be. */
    private long interval(String type, Feed feed) {
        boolean onlySweeps = remote.lane(type).orElseThrow().feeds().stream().allMatch(Feed::isComplete);
        boolean often = !feed.isComplete() || onlySweeps;
        return (often ? remote.timing().poll() : remote.timing().sweep()).toMillis();
    }

    private void rest(long ms) {
        try {
            TimeUnit.MILLISECONDS.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
