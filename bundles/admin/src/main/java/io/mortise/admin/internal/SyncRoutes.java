package io.mortise.admin.internal;

import io.mortise.api.Connections;
import io.mortise.api.Inbox;
import io.mortise.api.Refusal;
import io.mortise.api.Routes;
import io.mortise.api.Runs;
import io.mortise.api.Slice;
import io.mortise.model.Right;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The sync, seen and steered. */
@Component
public final class SyncRoutes implements Routes {
    private static final Right READ = Right.named("sync.read");
    private static final Right RUN = Right.named("sync.run");
    private static final Right MATCH = Right.named("sync.match");
    private final Runs runs;
    private final Inbox inbox;
    private final Connections connections;

    @Activate
    public SyncRoutes(@Reference Runs runs, @Reference Inbox inbox, @Reference Connections connections) {
        this.runs = runs;
        this.inbox = inbox;
        this.connections = connections;
    }

    /**
     * One connected system.
     *
     * @param stopped the module that connects to it doesn't run
     * @param readyAt when all types will be through; none if nothing is left, and while nobody knows
     */
    public record ConnectionShown(
            String id,
            String product,
            String system,
            String part,
            boolean enabled,
            boolean stopped,
            boolean twoWay,
            boolean linksEqualNames,
            String trouble,
            Optional<String> readyAt,
            List<TypeShown> types) {}

    /**
     * One type at it.
     *
     * @param inside where it is read below the records of another type: how many of those are done, of how many
     * @param budgets requests of the last window, by what the vendor counts, the scarcest first
     * @param readyAt when it will be through; none if nothing is left, and while nobody knows
     */
    public record TypeShown(
            String type,
            String state,
            Optional<String> freshAt,
            long everySeconds,
            Optional<Long> of,
            Runs.Counts counts,
            long waiting,
            long unsent,
            Optional<Runs.Inside> inside,
            List<BudgetShown> budgets,
            Optional<String> readyAt,
            String error) {}

    /** @param route "" for the whole account @param limit our share of the vendor's */
    public record BudgetShown(String route, long used, long left, long limit, double windowSeconds) {}

    /** A pass that brought something. */
    public record RunShown(
            String id,
            String connection,
            String system,
            String type,
            String started,
            Optional<String> ended,
            Runs.Counts counts,
            String error) {}

    /** Something that waits for a person. */
    public record QuestionShown(
            String id,
            String kind,
            String since,
            Optional<String> type,
            Optional<String> record,
            String text,
            List<SideShown> sides,
            List<AnswerShown> answers) {}

    public record SideShown(String system, String type, String id, Map<String, Object> fields) {}

    public record AnswerShown(String key, String label) {}

    /** @param answer one of the question's answers */
    public record Answer(String answer) {}

    public record Started(String connection, String message) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/sync/connections", Shape.list(Shape.of(ConnectionShown.class)), this::connections)
                        .needs(READ)
                        .summary(
                                "Connected systems: state, progress, budget, the time it will be through and last error by type"),
                Route.post("/sync/connections/{id}/run", Shape.NOTHING, Shape.of(Started.class), this::run)
                        .needs(RUN)
                        .summary("Reads everything anew and writes what differs"),
                Route.get("/sync/runs", Shape.list(Shape.of(RunShown.class)), this::runs)
                        .needs(READ)
                        .query("connection", "id of one connection")
                        .paged()
                        .summary("Passes that brought something, newest first"),
                Route.get("/sync/questions", Shape.list(Shape.of(QuestionShown.class)), this::questions)
                        .needs(READ)
                        .query("kind", "match, conflict or refused")
                        .paged()
                        .summary("What waits for a person, each with its reason and its answers"),
                Route.post("/sync/questions/{id}/answer", Shape.of(Answer.class), Shape.NOTHING, this::answer)
                        .needs(MATCH)
                        .summary("Answers a question: match:<record id>, create, ignore, retry, drop or gone"));
    }

    private Slice<ConnectionShown> connections(Call<Void> call) {
        Map<String, List<Runs.Lag>> lags = new TreeMap<>();
        runs.now(call.caller())
                .forEach(lag -> lags.computeIfAbsent(lag.connection(), c -> new java.util.ArrayList<>())
                        .add(lag));
        Set<String> running =
                connections.products().stream().map(Connections.Product::id).collect(Collectors.toSet());
        List<ConnectionShown> shown = connections.list(call.caller()).stream()
                .map(c -> shown(c, !running.contains(c.product()), lags.getOrDefault(c.id(), List.of())))
                .toList();
        return new Slice<>(shown, Optional.empty());
    }

    private static ConnectionShown shown(Connections.Connection c, boolean stopped, List<Runs.Lag> lags) {
        String system = lags.isEmpty() ? c.name() : lags.get(0).system();
        return new ConnectionShown(
                c.id(),
                c.product(),
                system,
                c.part().name(),
                c.enabled(),
                stopped,
                c.twoWay(),
                c.linkEqualNames(),
                c.trouble(),
                ready(lags).map(Object::toString),
                lags.stream()
                        .filter(lag -> !lag.type().isEmpty())
                        .map(SyncRoutes::shown)
                        .toList());
    }

    private static TypeShown shown(Runs.Lag lag) {
        return new TypeShown(
                lag.type(),
                lag.state().name().toLowerCase(Locale.ROOT),
                lag.fresh().map(Object::toString),
                lag.every().toSeconds(),
                lag.of(),
                lag.counts(),
                lag.waiting(),
                lag.unsent(),
                lag.inside(),
                lag.budgets().stream().map(SyncRoutes::shown).toList(),
                lag.ready().map(Object::toString),
                lag.error());
    }

    private static BudgetShown shown(Runs.Budget b) {
        return new BudgetShown(
                b.route(), b.used(), b.left(), b.limit(), b.window().toMillis() / 1e3);
    }

    /** The latest of its types; not known while one of those that run doesn't know. */
    private static Optional<Instant> ready(List<Runs.Lag> lags) {
        boolean unknown = lags.stream()
                .anyMatch(
                        lag -> lag.state() == Runs.State.RUNNING && lag.ready().isEmpty());
        if (unknown) return Optional.empty();
        return lags.stream().flatMap(lag -> lag.ready().stream()).max(Comparator.naturalOrder());
    }

    private Started run(Call<Void> call) {
        String id = call.path("id");
        runs.start(call.caller(), id, Optional.empty());
        return new Started(id, "Everything is read anew now; what is equal is left alone.");
    }

    private Slice<RunShown> runs(Call<Void> call) {
        return runs.past(call.caller(), call.query("connection"), call.query("after"), call.limit())
                .map(r -> new RunShown(
                        r.id(),
                        r.connection(),
                        r.system(),
                        r.type(),
                        r.started().toString(),
                        r.ended().map(Object::toString),
                        r.counts(),
                        r.error()));
    }

    private Slice<QuestionShown> questions(Call<Void> call) {
        Optional<Inbox.Kind> kind = call.query("kind").map(SyncRoutes::kind);
        return inbox.list(call.caller(), kind, call.query("after"), call.limit())
                .map(SyncRoutes::shown);
    }

    private static QuestionShown shown(Inbox.Question q) {
        List<SideShown> sides = q.sides().stream()
                .map(side -> new SideShown(
                        side.system(), side.shown().ref().type(), side.shown().id(), Plain.of(side.shown())))
                .toList();
        return new QuestionShown(
                q.id(),
                q.kind().name().toLowerCase(Locale.ROOT),
                q.since().toString(),
                sides.stream().findFirst().map(SideShown::type),
                q.ref().map(ref -> ref.id()),
                q.text(),
                sides,
                q.answers().stream()
                        .map(a -> new AnswerShown(a.key(), a.label()))
                        .toList());
    }

    private Void answer(Call<Answer> call) {
        inbox.answer(call.caller(), call.path("id"), call.body().answer());
        return null;
    }

    private static Inbox.Kind kind(String text) {
        try {
            return Inbox.Kind.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("\"kind\" is match, conflict or refused.", Map.of("kind", "is none of them"));
        }
    }
}
