package io.mortise.sync.internal.engine;

import io.mortise.connector.Lane;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.store.Dirty;
import io.mortise.store.Link;
import io.mortise.store.Reading;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.remote.Remote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does what a dirty mark asks for. The mark goes last, and only if nobody has set it anew meanwhile: whatever happens
 * in between, the work is found again.
 */
public final class Work {
    private final Ground ground;
    private final Deciding deciding;
    private final Matching matching;
    private final Looking looking;
    private final Below below;
    private final Pushing pushing;
    private final Creating creating;
    private final Arrivals arrivals;
    private final Removing removing;

    public Work(Ground ground) {
        this(ground, new Choices(ground));
    }

    /** @param choices may be shared: what one thread has asked for, all know */
    public Work(Ground ground, Choices choices) {
        this.ground = ground;
        this.deciding = new Deciding(ground);
        this.matching = new Matching(ground);
        this.looking = new Looking(ground);
        this.below = new Below(ground);
        this.pushing = new Pushing(ground, choices);
        this.creating = new Creating(ground, choices);
        this.arrivals = new Arrivals(ground);
        this.removing = new Removing(ground);
    }

    /**
     * What was marked has been seen to.
     *
     * @param again milliseconds until it is to be looked at again; 0 if not by the clock
     */
    public record Done(Dirty dirty, long again) {}

    public void on(Dirty dirty) {
        finish(List.of(todo(dirty)));
    }

    /** All of it but the last: the mark stays until {@link #finish}. */
    public Done todo(Dirty dirty) {
        Key key = Key.parse(dirty.key());
        List<Step> steps = switch (key.kind()) {
            case RECORD -> record(key.ref());
            case MATCH -> matching.work(key) ? List.of() : List.of(Step.later(2_000, "not everything is known yet"));
            case LOOK -> List.of(looking.work(key));
            case BELOW, AGAIN -> List.of(below.work(key));
            case REST -> List.of(looking.rest(key));
        };
        long again =
                steps.stream().mapToLong(Step::again).filter(ms -> ms > 0).min().orElse(0);
        return new Done(dirty, again);
    }

    /** In one transaction, so that many cost little more than one. */
    public void finish(List<Done> all) {
        List<Dirty> over =
                all.stream().filter(done -> done.again == 0).map(Done::dirty).toList();
        ground.store().<Void>write(store -> {
            store.done(over);
            for (Done done : all)
                if (done.again > 0)
                    store.postpone(
                            done.dirty.key(), done.dirty.generation(), Instant.ofEpochMilli(ground.now() + done.again));
            return null;
        });
    }

    private List<Step> record(Ref ref) {
        List<Step> steps = new ArrayList<>();
        Map<Remote, Creating.State> prepared = new HashMap<>();
        Optional<Deciding.Decided> decided =
                deciding.decide(ref, (store, now) -> prepare(store, now).ifPresent(first -> prepared.putAll(first)));
        if (decided.isEmpty()) return steps;
        removing.restore(decided.get().type(), decided.get().row());
        steps.addAll(lost(ref, decided.get()));
        for (Deciding.Open open : decided.get().links()) steps.add(linked(decided.get(), open));
        for (Remote remote : lacking(ref, decided.get())) {
            EntityType type = decided.get().type();
            Creating.State state = prepared.get(remote);
            steps.add(state == null ? creating.create(remote, type, ref) : creating.create(remote, type, ref, state));
        }
        if (decided.get().row().active()) steps.addAll(arrivals.await(ref));
        else creating.rest(ref);
        boolean wrote =
                decided.get().links().stream().anyMatch(open -> !open.owed().isEmpty());
        // what was owed has arrived: the links say so from now on
        if (wrote) deciding.decide(ref).ifPresent(now -> steps.addAll(undos(now)));
        return steps;
    }

    /** What a create at the first system that lacks it needs to know, unless something else comes before it. */
    private Optional<Map<Remote, Creating.State>> prepare(Reading store, Deciding.Decided decided) {
        boolean busy = decided.links().stream()
                .anyMatch(open -> open.memory().needFetch || !open.owed().isEmpty());
        List<Remote> lacking = busy ? List.of() : lacking(decided.row().ref(), decided);
        return lacking.stream()
                .findFirst()
                .map(first ->
                        Map.of(first, creating.state(store, first, decided.type(), decided.row(), decided.all())));
    }

    private Step linked(Deciding.Decided decided, Deciding.Open open) {
        Memory memory = open.memory();
        if (memory.needFetch) return again(looking.look(open.remote(), decided.type(), open.link()), open.owed());
        if (!open.owed().isEmpty()) return pushing.push(decided.type(), open);
        if (!memory.refused.isEmpty()) return undo(memory);
        if (!memory.held.isEmpty()) return held(memory);
        if (!memory.pending.isEmpty() && memory.unclear(ground.now()))
            return Step.later(memory.unclearUntil - ground.now() + 1, "an earlier write may still land");
        return Step.DONE;
    }

    private List<Step> undos(Deciding.Decided now) {
        return now.links().stream().map(open -> undo(open.memory())).toList();
    }

    private Step held(Memory memory) {
        long next = memory.held.values().stream()
                .mapToLong(Memory.Held::until)
                .min()
                .orElseThrow();
        return Step.later(next - ground.now() + 1, "");
    }

    private Step undo(Memory memory) {
        long rest = Undoing.rest(memory, ground.now());
        return rest > 0 ? Step.later(rest, "a person is told first") : Step.DONE;
    }

    /** After a look there is more to do if something is owed. */
    private static Step again(Step step, Map<String, Object> owed) {
        return step.state() == Step.State.DONE && !owed.isEmpty() ? Step.later(1, "looked at first") : step;
    }

    /** Partners that were gone and have been seen again. */
    private List<Step> lost(Ref ref, Deciding.Decided decided) {
        List<Step> steps = new ArrayList<>();
        List<Link> gone = decided.all().stream()
                .filter(link -> link.state() == Link.State.GONE)
                .filter(link -> ground.memory(ref.type(), link.memory()).needFetch)
                .toList();
        for (Link link : gone)
            ground.remotes()
                    .find(link.connection())
                    .ifPresent(remote -> steps.add(looking.look(remote, decided.type(), link)));
        return steps;
    }

    /** One that was there when it was decided; what has come since is looked at before anything is made. */
    private List<Remote> lacking(Ref ref, Deciding.Decided decided) {
        if (!decided.row().active()) return List.of();
        List<Remote> lacking = new ArrayList<>();
        for (Remote remote : ground.remotes().with(ref.type())) {
            boolean has = decided.all().stream()
                    .anyMatch(link -> link.connection().equals(remote.id())
                            && (link.state() == Link.State.LINKED || link.state() == Link.State.GONE));
            boolean can = remote.lane(ref.type()).flatMap(Lane::create).isPresent();
            if (!has && can) lacking.add(remote);
        }
        return lacking;
    }
}
