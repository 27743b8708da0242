package io.mortise.sync.internal.service;

import io.mortise.api.Caller;
import io.mortise.api.Refusal;
import io.mortise.api.Runs;
import io.mortise.api.Slice;
import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.model.EntityType;
import io.mortise.model.Right;
import io.mortise.store.Document;
import io.mortise.store.Link;
import io.mortise.store.Reading.Tally;
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
        List<Tally> tally = engine.store().read(store -> store.tally());
        List<Lag> now = new ArrayList<>();
        for (Account account : engine.accounts().all()) {
            Optional<LiveRemote> remote = engine.network().live(account.id());
            if (remote.isEmpty()) now.add(absent(account));
            else if (remote.get().types().isEmpty()) now.add(lag(remote.get(), "", tally));
            else remote.get().types().forEach(type -> now.add(lag(remote.get(), type, tally)));
        }
        return now;
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
                new Budget(0, 0, Duration.ZERO),
                why);
    }

    private Lag lag(LiveRemote remote, String type, List<Tally> tally) {
        Optional<Pass> pass = engine.progress().last(remote.id(), type);
        long failed = count(tally, remote.id(), type, Set.of(Link.Asks.REFUSED, Link.Asks.CONFLICT));
        long waiting = count(tally, remote.id(), type, Set.of(Link.Asks.MATCH));
        long[] budget = remote.budget().left();
        String error = error(remote, type);
        Optional<String> below = below(remote, type);
        Optional<Instant> fresh = engine.progress().fresh(remote.id(), below.orElse(type));
        long there = below.isPresent() ? there(tally, remote.id(), type) : 0;
        return new Lag(
                remote.id(),
                remote.system(),
                type,
                state(remote, type, pass, error),
                fresh,
                remote.timing().poll(),
                pass.map(Pass::total).filter(total -> total >= 0),
                pass.map(p -> Progress.counts(p.counts(), failed)).orElse(new Counts(there, 0, 0, there, failed)),
                waiting,
                unsent(tally, remote.id(), type),
                new Budget(budget[0], budget[1], remote.timing().poll()),
                error);
    }

    private State state(LiveRemote remote, String type, Optional<Pass> pass, String error) {
        if (remote.account().isPaused(type)) return State.PAUSED;
        if (!remote.trouble().isEmpty() || engine.progress().blocked(remote.id(), type)) return State.BLOCKED;
        if (!remote.silence().isEmpty() || remote.types().isEmpty() && !error.isEmpty()) return State.BROKEN;
        return pass.map(Pass::isRunning).orElse(below(remote, type).isEmpty()) ? State.RUNNING : State.IDLE;
    }

    /** The type below whose records this one is read, where it has no list of its own. */
    private static Optional<String> below(LiveRemote remote, String type) {
        List<Feed> feeds = remote.lane(type).map(Lane::feeds).orElse(List.of());
        boolean only = feeds.stream().allMatch(feed -> feed.under().isPresent());
        return only ? feeds.stream().findFirst().flatMap(Feed::under).map(EntityType::name) : Optional.empty();
    }

    private static long there(List<Tally> tally, String connection, String type) {
        return tally.stream()
                .filter(t -> t.connection().equals(connection) && t.type().equals(type))
                .mapToLong(Tally::count)
                .sum();
    }

    private String error(LiveRemote remote, String type) {
        if (!remote.trouble().isEmpty()) return remote.trouble();
        if (!remote.silence().isEmpty()) return remote.silence();
        return engine.progress().error(remote.id(), type);
    }

    private static long unsent(List<Tally> tally, String connection, String type) {
        return tally.stream()
                .filter(t -> t.connection().equals(connection) && t.type().equals(type))
                .filter(t -> t.asks() == Link.Asks.NOTHING)
                .filter(t -> t.sync() == Link.Sync.SYNCING || t.sync() == Link.Sync.NOT_YET_PUSHED)
                .mapToLong(Tally::count)
                .sum();
    }

    private static long count(List<Tally> tally, String connection, String type, Set<Link.Asks> asks) {
        return tally.stream()
                .filter(t -> t.connection().equals(connection) && t.type().equals(type) && asks.contains(t.asks()))
                .mapToLong(Tally::count)
                .sum();
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
        Account account = engine.accounts()
                .find(connection)
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, "There is no such connection."));
        engine.accounts().save(account.pausing(type.orElse("*"), paused));
        engine.refresh();
    }

    private static void require(Caller caller, Right right) {
        if (!caller.may(right))
            throw new Refusal(Refusal.Reason.DENIED, "Your role doesn't include the right " + right.name() + ".");
    }
}
