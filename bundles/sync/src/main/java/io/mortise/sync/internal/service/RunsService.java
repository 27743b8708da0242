package io.mortise.sync.internal.service;

import io.mortise.api.Caller;
import io.mortise.api.Refusal;
import io.mortise.api.Runs;
import io.mortise.api.Slice;
import io.mortise.model.Right;
import io.mortise.store.Document;
import io.mortise.store.Link;
import io.mortise.sync.internal.engine.Pass;
import io.mortise.sync.internal.remote.Account;
import io.mortise.sync.internal.remote.LiveRemote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The sync as people see and steer it. */
@Component
public final class RunsService implements Runs {
    private static final Right READ = Right.named("sync.read");
    private static final Right RUN = Right.named("sync.run");
    private final Engine engine;

    @Activate
    public RunsService(@Reference Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<Lag> now(Caller caller) {
        require(caller, READ);
        List<Account> accounts = engine.accounts().all();
        List<Lag> now = new ArrayList<>();
        engine.store().<Void>read(store -> {
            Heaps heaps = new Heaps(engine.progress(), store.tally());
            for (Account account : accounts) {
                Optional<LiveRemote> remote = engine.network().live(account.id());
                if (remote.isEmpty()) now.add(absent(account));
                else now.addAll(lags(remote.get(), heaps, heaps.of(store, remote.get(), Instant.now())));
            }
            return null;
        });
        return now;
    }

    private List<Lag> lags(LiveRemote remote, Heaps heaps, List<Heap> left) {
        List<String> types = remote.types().isEmpty() ? List.of("") : remote.types();
        return types.stream().map(type -> lag(remote, type, heaps, left)).toList();
    }

    private static Lag absent(Account account) {
        String why = account.enabled() ? "its connector isn't installed" : "switched off";
        return new Lag(
                account.id(),
                account.product(),
                "",
                State.BLOCKED,
                Optional.empty(),
                Duration.ZERO,
                Optional.empty(),
                Counts.NONE,
                0,
                0,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                why);
    }

    private Lag lag(LiveRemote remote, String type, Heaps heaps, List<Heap> left) {
        Optional<Pass> pass = engine.progress().last(remote.id(), type);
        long failed = heaps.asking(remote.id(), type, Set.of(Link.Asks.REFUSED, Link.Asks.CONFLICT));
        String error = error(remote, type);
        Optional<Heap> below = left.stream()
                .filter(heap -> heap.isOf(remote, type) && heap.sort() == Heap.Sort.BELOW)
                .findFirst();
        List<String> seenWith = below.map(Heap::below).orElse(List.of(type));
        long there = below.isPresent() ? heaps.all(remote.id(), type) : 0;
        return new Lag(
                remote.id(),
                remote.system(),
                type,
                state(remote, type, pass, below, error),
                fresh(remote, seenWith),
                remote.timing().poll(),
                pass.map(Pass::total).filter(total -> total >= 0),
                pass.map(p -> Progress.counts(p.counts(), failed)).orElse(new Counts(there, 0, 0, there, failed)),
                heaps.asking(remote.id(), type, Set.of(Link.Asks.MATCH)),
                heaps.unsent(remote.id(), type),
                budgets(remote, type),
                below.filter(heap -> heap.left().isPresent()).map(RunsService::inside),
                engine.outlook().ready(remote, type, left),
                error);
    }

    /** What is seen with several types is as fresh as the oldest look at one of them. */
    private Optional<Instant> fresh(LiveRemote remote, List<String> types) {
        Optional<Instant> oldest = Optional.empty();
        for (String type : types) {
            Optional<Instant> fresh = engine.progress().fresh(remote.id(), type);
            if (fresh.isEmpty()) return fresh;
            if (oldest.filter(fresh.get()::isAfter).isEmpty()) oldest = fresh;
        }
        return oldest;
    }

    private static Inside inside(Heap heap) {
        String outer = heap.below().size() == 1 ? heap.below().get(0) : "record";
        return new Inside(outer, heap.all() - heap.left().orElseThrow(), heap.all());
    }

    private static List<Budget> budgets(LiveRemote remote, String type) {
        return remote.budget().spent(remote.routes(type)).stream()
                .map(spent -> new Budget(spent.route(), spent.used(), spent.left(), spent.limit(), spent.window()))
                .toList();
    }

    private State state(LiveRemote remote, String type, Optional<Pass> pass, Optional<Heap> below, String error) {
        if (remote.account().isPaused(type)) return State.PAUSED;
        if (!remote.trouble().isEmpty() || engine.progress().blocked(remote.id(), type)) return State.BLOCKED;
        if (!remote.silence().isEmpty() || remote.types().isEmpty() && !error.isEmpty()) return State.BROKEN;
        boolean runs = below.isPresent()
                ? !below.get().isDone()
                : pass.map(Pass::isRunning).orElse(true);
        return runs ? State.RUNNING : State.IDLE;
    }

    private String error(LiveRemote remote, String type) {
        if (!remote.trouble().isEmpty()) return remote.trouble();
        if (!remote.silence().isEmpty()) return remote.silence();
        return engine.progress().error(remote.id(), type);
    }

    @Override
    public Slice<Run> past(Caller caller, Optional<String> connection, Optional<String> after, int limit) {
        require(caller, READ);
        long below = Slice.afterId(after).map(Long::parseLong).orElse(Long.MAX_VALUE);
        List<Document> documents = engine.store().read(store -> store.documents(Progress.RUNS, "", Instant.now()));
        List<Run> runs = documents.stream()
                .map(this::run)
                .filter(run -> connection.map(run.connection()::equals).orElse(true))
                .sorted(Comparator.comparingLong((Run run) -> Long.parseLong(run.id()))
                        .reversed())
                .filter(run -> Long.parseLong(run.id()) < below)
                .limit(limit + 1L)
                .toList();
        boolean more = runs.size() > limit;
        List<Run> page = more ? runs.subList(0, limit) : runs;
        return new Slice<>(page, more ? Optional.of(page.get(limit - 1).id()) : Optional.empty());
    }

    private Run run(Document document) {
        Map<String, Object> in = engine.ground().json().read(document.json());
        Counts counts = new Counts(n(in, "seen"), n(in, "created"), n(in, "changed"), n(in, "unchanged"), 0);
        return new Run(
                document.name().key(),
                (String) in.get("connection"),
                (String) in.get("system"),
                (String) in.get("type"),
                Instant.ofEpochMilli(n(in, "started")),
                Optional.of(Instant.ofEpochMilli(n(in, "ended"))),
                counts,
                "");
    }

    private static long n(Map<String, Object> in, String name) {
        return ((Number) in.get(name)).longValue();
    }

    @Override
    public Plan plan(Caller caller, String connection) {
        require(caller, RUN);
        throw new Refusal(
                Refusal.Reason.UNAVAILABLE,
                "Plans aren't offered by this version; the sync lists what it can't match.");
    }

    @Override
    public void start(Caller caller, String connection, Optional<Plan> approved) {
        require(caller, RUN);
        engine.reader(connection)
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.NOT_FOUND,
                        "There is no connection \"" + connection
                                + "\" that is switched on; see /api/sync/connections."))
                .readAll();
    }

    @Override
    public void pause(Caller caller, String connection, Optional<String> type, boolean paused) {
        require(caller, RUN);
        boolean there = engine.accounts().edit(connection, account -> account.pausing(type.orElse("*"), paused));
        if (!there) throw new Refusal(Refusal.Reason.NOT_FOUND, "There is no such connection.");
        engine.refresh();
    }

    private static void require(Caller caller, Right right) {
        if (!caller.may(right))
            throw new Refusal(Refusal.Reason.DENIED, "Your role doesn't include the right " + right.name() + ".");
    }
}
