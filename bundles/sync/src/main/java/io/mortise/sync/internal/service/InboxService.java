package io.mortise.sync.internal.service;

import io.mortise.api.Caller;
import io.mortise.api.Inbox;
import io.mortise.api.Reach;
import io.mortise.api.Refusal;
import io.mortise.api.Slice;
import io.mortise.model.Choice;
import io.mortise.model.Declared;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import io.mortise.store.Link;
import io.mortise.store.LinkQuery;
import io.mortise.store.Reading;
import io.mortise.store.Row;
import io.mortise.store.Rows;
import io.mortise.sync.internal.engine.Answers;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.remote.LiveRemote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What waits for a person, read from the links that ask. */
@Component
public final class InboxService implements Inbox {
    private static final Right READ = Right.named("sync.read");
    private static final Right MATCH = Right.named("sync.match");
    private static final int PART = 500;
    private static final String MATCH_WITH = "match:";
    private static final Set<String> PLAIN_ANSWERS = Set.of("create", "ignore", "retry", "drop", Brakes.GONE);
    private final Engine engine;
    private final Rows rows;
    private final Answers answers;
    private final Brakes brakes;
    private final Reach reach;

    @Activate
    public InboxService(@Reference Engine engine) {
        this.engine = engine;
        this.rows = new Rows(engine.ground().json());
        this.answers = new Answers(engine.ground());
        this.brakes = new Brakes(engine);
        this.reach = new ReachService(engine);
    }

    @Override
    public Slice<Question> list(Caller caller, Optional<Kind> kind, Optional<String> after, int limit) {
        require(caller, READ);
        String last = Slice.afterId(after).orElse("");
        List<Question> questions = new ArrayList<>();
        if (after.isEmpty() && kind.orElse(Kind.BRAKE) == Kind.BRAKE)
            questions.addAll(engine.store().read(brakes::of));
        List<Link> part;
        do {
            part = asking(last);
            for (Link link : part) {
                if (questions.size() == limit) return new Slice<>(questions, Optional.of(last));
                last = link.id();
                if ((kind.isEmpty() || kind.get() == kind(link)) && maySee(caller, link))
                    engine.store().read(store -> question(store, link)).ifPresent(questions::add);
            }
        } while (part.size() == PART);
        return new Slice<>(questions, Optional.empty());
    }

    private List<Link> asking(String after) {
        return engine.store().read(store -> store.links(LinkQuery.of("", "").thatAsk(), after, PART));
    }

    /** What is no record here yet is known by no customer: of tickets, who sees all of them sees that. */
    private boolean maySee(Caller caller, Link link) {
        if (!known(link.type())) return false;
        EntityType type = engine.lexicon().type(link.type());
        if (!caller.may(Right.read(type))) return false;
        if (!Declared.mayLieIn(type, Ticket.TYPE)) return true;
        return link.record()
                .map(id ->
                        reach.hidden(caller, List.of(new Ref(type.name(), id))).isEmpty())
                .orElseGet(() -> reach.of(caller).areAll());
    }

    @Override
    public void answer(Caller caller, String question, String answer) {
        require(caller, MATCH);
        if (!Slice.isId(question)) throw noSuch();
        if (!canBe(answer))
            throw Refusal.invalid(
                    "Take one of the answers that the question offers: match:<record id>, create, ignore, retry, drop or gone.",
                    Map.of("answer", "isn't one of them"));
        boolean hidden = engine.store()
                .read(store -> store.link(question))
                .filter(link -> !maySee(caller, link))
                .isPresent();
        if (hidden) throw noSuch();
        if (answer.equals("retry")) requireEdit(caller, question);
        boolean done =
                answer.equals(Brakes.GONE) ? brakes.release(question) : answers.give(question, answer, caller.name());
        if (!done)
            throw new Refusal(
                    Refusal.Reason.STALE,
                    "This question has been answered, or has become pointless: read the list again.");
        engine.workers().ring();
    }

    private static Refusal noSuch() {
        return new Refusal(
                Refusal.Reason.NOT_FOUND, "There is no such question; /api/sync/questions lists those that wait.");
    }

    /** What was put back is wanted once more: that is an edit. */
    private void requireEdit(Caller caller, String question) {
        engine.store()
                .read(store -> store.link(question))
                .filter(link -> known(link.type()))
                .filter(link -> !engine.ground()
                        .memory(link.type(), link.memory())
                        .undone
                        .isEmpty())
                .map(link -> engine.lexicon().type(link.type()))
                .ifPresent(type -> require(caller, Right.edit(type)));
    }

    private static boolean canBe(String answer) {
        return answer.startsWith(MATCH_WITH)
                ? Slice.isId(answer.substring(MATCH_WITH.length()))
                : PLAIN_ANSWERS.contains(answer);
    }

    private Optional<Question> question(Reading store, Link link) {
        Optional<LiveRemote> remote = engine.network().live(link.connection());
        if (remote.isEmpty() || !known(link.type())) return Optional.empty();
        EntityType type = engine.lexicon().type(link.type());
        Memory memory = engine.ground().memory(type.name(), link.memory());
        List<Side> sides = new ArrayList<>();
        List<Choice> choices = new ArrayList<>();
        link.remoteId().ifPresent(id -> sides.add(side(remote.get().system(), type, id, memory)));
        for (String candidate : memory.candidates)
            store.row(new Ref(type.name(), candidate)).ifPresent(row -> {
                sides.add(side(type, row));
                choices.add(new Choice(MATCH_WITH + candidate, "Match with " + row.title()));
            });
        link.record().flatMap(id -> store.row(new Ref(type.name(), id))).ifPresent(row -> sides.add(side(type, row)));
        if (kind(link) == Kind.MATCH) choices.add(new Choice("create", create(link, remote.get())));
        if (kind(link) == Kind.MATCH) choices.add(new Choice("ignore", "Leave it alone"));
        if (kind(link) == Kind.REFUSED) choices.add(new Choice("retry", "Try again"));
        if (!memory.undone.isEmpty()) choices.add(new Choice("drop", "Leave it as it is"));
        Optional<Ref> ref = link.record().map(id -> new Ref(type.name(), id));
        Instant since = memory.confirmed > 0
                ? Instant.ofEpochMilli(memory.confirmed)
                : ref.flatMap(store::row).map(Row::changedAt).orElse(Instant.EPOCH);
        return Optional.of(new Question(link.id(), kind(link), since, ref, link.trouble(), sides, choices));
    }

    private static String create(Link link, LiveRemote remote) {
        return link.state() == Link.State.FOUND ? "Take it in as a new one" : "Create it in " + remote.system();
    }

    private Side side(String system, EntityType type, String id, Memory memory) {
        return new Side(system, new Entity(new Ref(type.name(), id), 0, memory.observed), List.of());
    }

    private Side side(EntityType type, Row row) {
        return new Side("Mortise", new Entity(row.ref(), row.version(), rows.fields(type, row)), List.of());
    }

    private boolean known(String type) {
        return engine.lexicon().all().stream().anyMatch(t -> t.name().equals(type));
    }

    private static Kind kind(Link link) {
        return switch (link.asks()) {
            case CONFLICT -> Kind.CONFLICT;
            case REFUSED -> Kind.REFUSED;
            default -> Kind.MATCH;
        };
    }

    private static void require(Caller caller, Right right) {
        if (!caller.may(right))
            throw new Refusal(Refusal.Reason.DENIED, "Your role doesn't include the right " + right.name() + ".");
    }
}
