package io.mortise.sync.internal.service;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.model.Outage;
import io.mortise.store.Stale;
import io.mortise.sync.internal.engine.Intake;
import io.mortise.sync.internal.engine.Pass;
import io.mortise.sync.internal.engine.Resync;
import io.mortise.sync.internal.remote.LiveRemote;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one connection's feeds, on a thread of its own: what changed at every poll, everything at every sweep, parents
 * before children. A change feed is given its place before the first sweep begins, so that nothing falls between. A
 * feed that fails is put off alone and its error is shown with its type; only what concerns the whole connection (not
 * signed in, left alone for a while, the account's limit) ends the round for all. After a restart a sweep that is under
 * way goes on and one that isn't due waits; what changed is read at once.
 */
final class Reader implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
    private static final long PAUSE = 500;
    private static final long DEFECT = 10_000;
    private final LiveRemote remote;
    private final Intake intake;
    private final Resync resync;
    private final Progress progress;
    private final Runnable bell;
    private final Clock clock;
    private final Wishes wishes;
    /** Wishes that have had their try here; from then on they wait as other feeds do. */
    private final Set<String> tried = ConcurrentHashMap.newKeySet();

    private final Semaphore wake = new Semaphore(0);
    private final Turns turns = new Turns();
    private final Hints hints = new Hints();
    private volatile long first;
    private boolean arrived;
    private int failures;
    /** The last fault that was logged. */
    private String told = "";

    private volatile boolean running = true;

    /** @param bell rung when there may be work */
    Reader(
            LiveRemote remote,
            Intake intake,
            Resync resync,
            Progress progress,
            Wishes wishes,
            Runnable bell,
            Clock clock) {
        this.remote = remote;
        this.intake = intake;
        this.resync = resync;
        this.progress = progress;
        this.wishes = wishes;
        this.bell = bell;
        this.clock = clock;
    }

    /** Before it is started: so long it rests before all is looked at anew, unless something wakes it. */
    Reader after(Duration pause) {
        first = pause.toMillis();
        return this;
    }

    /** A person wants everything read anew. */
    void readAll() {
        wishes.everything(remote.id());
        tried.clear();
        wake.release();
    }

    /**
     * The system has told of changes itself: those types are looked at in the next round, and between the pages of what is
     * being read. A rest after a failure isn't cut short by it.
     *
     * @param apart milliseconds between two looks that follow from such calls
     */
    void hint(Set<String> types, long apart) {
        Set<String> here = new HashSet<>(types);
        here.retainAll(remote.types());
        hints.tell(here, apart);
    }

    void stop() {
        running = false;
        wake.release();
    }

    @Override
    public void run() {
        while (running && !Thread.currentThread().isInterrupted()) rest(round());
    }

    /** @return milliseconds to rest before the next round */
    long round() {
        try {
            if (!arrived) arrive();
            wishes.spell(remote.id(), remote.types());
            for (String type : remote.types()) read(type);
            failures = 0;
            return PAUSE;
        } catch (Fault fault) {
            progress.failed(remote.id(), fault.getMessage());
            tell(remote.id(), fault);
            failures++;
            return Math.max(fault.after().toMillis(), Turns.backoff(failures));
        } catch (Stale elsewhere) {
            return 2 * PAUSE;
        } catch (Outage away) {
            LOG.warn("Reading {} waits for the store", remote.id(), away);
            return DEFECT;
        } catch (RuntimeException | LinkageError e) {
            if (running) LOG.error("Reading {} failed; it is tried again", remote.id(), e);
            return DEFECT;
        }
    }

    private void arrive() throws Fault {
        remote.look();
        for (String type : remote.types())
            for (Feed feed : changesFirst(remote.lane(type).orElseThrow())) recall(type, feed);
        if (first > 0) rest(first);
        first = 0;
        if (!running) return;
        resync.of(remote);
        arrived = true;
        progress.arrived(remote.id());
        bell.run();
    }

    private void recall(String type, Feed feed) {
        Pass last = intake.last(remote, type, feed);
        if (last.started() == 0) return;
        progress.recall(last);
        boolean waits = feed.isComplete() && !last.isRunning();
        long began = Math.min(last.started(), clock.millis());
        turns.next(type, feed, waits ? began + interval(type, feed) : 0, last.complete() > 0);
    }

    private void read(String type) throws Fault {
        if (remote.account().isPaused(type)) return;
        List<Feed> feeds = changesFirst(remote.lane(type).orElseThrow());
        heed(type, feeds);
        for (Feed feed : feeds) if (running && due(type, feed, feeds)) tried(type, feed);
    }

    private void heed(String type, List<Feed> feeds) {
        if (hints.take(type, clock.millis()))
            feeds.stream().filter(feed -> !feed.isComplete()).forEach(feed -> turns.soon(type, feed));
    }

    /** What was told while something long is read. */
    private void between() throws Fault {
        if (!hints.isAny()) return;
        for (String type : remote.types()) {
            if (remote.account().isPaused(type)) continue;
            List<Feed> changes = changesFirst(remote.lane(type).orElseThrow()).stream()
                    .filter(feed -> !feed.isComplete())
                    .toList();
            heed(type, changes);
            for (Feed feed : changes) if (running && turns.isSoon(type, feed)) tried(type, feed);
        }
    }

    private static List<Feed> changesFirst(Lane lane) {
        return lane.feeds().stream()
                .filter(feed -> feed.under().isEmpty())
                .sorted((a, b) -> Boolean.compare(a.isComplete(), b.isComplete()))
                .toList();
    }

    private boolean due(String type, Feed feed, List<Feed> feeds) {
        if (feed.isComplete() && !turns.placed(type, feeds)) return false;
        return feed.isComplete() && isWished(type) || turns.due(type, feed, clock.millis());
    }

    private boolean isWished(String type) {
        return wishes.has(remote.id(), type) && !tried.contains(type);
    }

    private void tried(String type, Feed feed) throws Fault {
        try {
            pass(type, feed);
        } catch (Fault fault) {
            if (concernsAll(fault)) throw fault;
            tell(remote.id() + ", " + type, fault);
            boolean blocked = fault.remedy() == Fault.Remedy.ASK_ADMIN;
            progress.failed(remote.id(), type, feed.name(), fault.getMessage(), blocked);
            turns.failed(type, feed, clock.millis(), fault.after().toMillis(), blocked);
        } catch (Stale | Outage ours) {
            throw ours;
        } catch (RuntimeException | LinkageError defect) {
            if (!running) return;
            LOG.error("Reading {} of {} failed; it is tried again", type, remote.id(), defect);
            progress.failed(remote.id(), type, feed.name(), "Reading failed: see the log", false);
            turns.failed(type, feed, clock.millis(), DEFECT, false);
        }
    }

    /** Once, until something was read: a system that starts beside us isn't there for some seconds. */
    private void tell(String who, Fault fault) {
        if (!told.equals(fault.getMessage())) LOG.info("{}: {}", who, fault.getMessage());
        told = String.valueOf(fault.getMessage());
    }

    private boolean concernsAll(Fault fault) {
        return fault.wholeAccount()
                || !remote.trouble().isEmpty()
                || !remote.silence().isEmpty();
    }

    private void pass(String type, Feed feed) throws Fault {
        if (feed.isComplete()) tried.add(type);
        long began = clock.millis();
        Pass pass;
        do {
            pass = intake.step(remote, type, feed);
            if (feed.isComplete()) granted(type, pass);
            progress.step(remote, pass);
            bell.run();
            if (feed.isComplete() && pass.isRunning()) between();
        } while (pass.isRunning() && running);
        turns.next(type, feed, began + interval(type, feed), true);
        told = "";
    }

    /** What was under way already doesn't count. */
    private void granted(String type, Pass pass) {
        if (tried.contains(type) && pass.pages() == 1) wishes.grant(remote.id(), type);
        if (!pass.isRunning()) tried.remove(type);
    }

    /** Where nothing tells what changed, everything is read as often as the poll would be. */
    private long interval(String type, Feed feed) {
        boolean onlySweeps = remote.lane(type).orElseThrow().feeds().stream().allMatch(Feed::isComplete);
        boolean often = !feed.isComplete() || onlySweeps && !feed.isSeldom();
        return (often ? remote.timing().poll() : remote.timing().sweep()).toMillis();
    }

    private void rest(long ms) {
        try {
            if (wake.tryAcquire(ms, TimeUnit.MILLISECONDS)) wake.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
