package io.mortise.sync.internal.service;

import io.mortise.connector.Connector;
import io.mortise.store.Dirty;
import io.mortise.store.Json;
import io.mortise.store.Query;
import io.mortise.store.Row;
import io.mortise.store.memory.MemoryStore;
import io.mortise.sync.internal.HandClock;
import io.mortise.sync.internal.engine.Ground;
import io.mortise.sync.internal.engine.Intake;
import io.mortise.sync.internal.engine.Resync;
import io.mortise.sync.internal.engine.Work;
import io.mortise.sync.internal.pace.Budget;
import io.mortise.sync.internal.pace.Turn;
import io.mortise.sync.internal.remote.Account;
import io.mortise.sync.internal.remote.Line;
import io.mortise.sync.internal.remote.LiveRemote;
import io.mortise.sync.internal.remote.Remote;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;

/** The engine without threads, over a store in memory. Its store outlives {@link #restart}. */
final class House {
    final HandClock clock = new HandClock();
    final MemoryStore store = new MemoryStore(clock);
    final Json json = new Json();
    final List<Remote> remotes = new ArrayList<>();
    final Ground ground =
            new Ground(store, new Lexicon(), () -> List.copyOf(remotes), clock, new SplittableRandom(1), json);
    Progress progress = progress();

    final Wishes wishes = new Wishes();

    private Progress progress() {
        return new Progress(store, json, clock, new AtomicReference<>(Optional.empty()));
    }

    static Account account(String id) {
        return new Account(id, id, Map.of(), true, true, true, 1, 1, Duration.ofSeconds(30), Set.of());
    }

    /** Whatever is kept of it already. */
    static void keep(Accounts accounts, Account account) {
        accounts.save(account, accounts.version(account.id()));
    }

    Reader connect(Connector connector) {
        return connect(connector, () -> {});
    }

    Reader connect(Connector connector, Runnable bell) {
        return connect(connector, account(connector.descriptor().id()), bell);
    }

    /** @param paused a type that isn't read for now */
    Reader connect(Connector connector, String paused) {
        return connect(connector, account(connector.descriptor().id()).pausing(paused, true), () -> {});
    }

    private Reader connect(Connector connector, Account account, Runnable bell) {
        Budget budget = new Budget(List.of(), 1, 1, clock);
        LiveRemote remote = new LiveRemote(
                account, connector, name -> Optional.empty(), Line.open(), budget, new Turn(), () -> true, clock);
        remotes.add(remote);
        return new Reader(remote, new Intake(ground), new Resync(ground), progress, wishes, bell, clock);
    }

    /** All that was in memory is gone. */
    void restart() {
        remotes.clear();
        progress = progress();
    }

    /** Reads and works once an hour. */
    void hours(int hours, List<Reader> readers) {
        for (int hour = 0; hour < hours; hour++) {
            clock.pass(Duration.ofHours(1));
            readers.forEach(Reader::round);
            work();
        }
    }

    /** The record of this title, active or not. */
    Row titled(String type, String title) {
        return store.read(s -> s.rows(Query.all(type, 100).alsoInactive())).stream()
                .filter(row -> row.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    /** Does what is due, for some minutes. */
    void work() {
        Work work = new Work(ground);
        for (int i = 0; i < 100; i++) {
            List<Dirty> due = store.read(s -> s.dirty(clock.instant(), 1_000));
            due.forEach(work::on);
            clock.pass(Duration.ofSeconds(3));
        }
    }
}
