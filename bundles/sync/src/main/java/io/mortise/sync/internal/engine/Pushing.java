package io.mortise.sync.internal.engine;

import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Write;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Ref;
import io.mortise.store.Link;
import io.mortise.sync.internal.engine.Outward.Said;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.link.Memory.Held;
import io.mortise.sync.internal.link.Values;
import io.mortise.sync.internal.remote.Remote;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gives one system what it is owed: looks first (where the vendor can't refuse a stale write), notes what is about to
 * be sent, sends it, and notes what came of it. A crash at any line leaves a state from which the right thing follows.
 */
final class Pushing {
    /** A look this young need not be repeated before a write, if it came after what people did here. */
    private static final long JUST_SEEN = 2_000;
    /** A value that the vendor has no word for is offered again after a while: lists grow. */
    private static final long HOLD = 600_000;

    private final Ground ground;
    private final Choices choices;
    private final Faults faults;
    private final Vanishing vanishing;
    private final Linking linking;
    private final Acknowledging acknowledging;
    private final Removing removing;
    private final Sequence sequence;

    Pushing(Ground ground, Choices choices) {
        this.ground = ground;
        this.choices = choices;
        this.faults = new Faults(ground);
        this.vanishing = new Vanishing(ground);
        this.linking = new Linking(ground);
        this.acknowledging = new Acknowledging(ground);
        this.removing = new Removing(ground);
        this.sequence = new Sequence(ground);
    }

    Step push(EntityType type, Deciding.Open open) {
        Memory memory = open.memory();
        Remote remote = open.remote();
        long now = ground.now();
        if (now < memory.retryAt) return Step.later(memory.retryAt - now, "tried again soon");
        boolean guarded = claims(remote, type, Lane.Claim.IF_MATCH);
        if (!guarded && memory.unclear(now))
            return Step.later(memory.unclearUntil - now, "an earlier write may still land");
        Ref ref = new Ref(type.name(), open.link().record().orElseThrow());
        Map<String, Object> owed = new TreeMap<>(open.owed());
        Optional<Sequence.Behind> behind = sequence.holdBack(remote, type, ref, owed);
        behind.ifPresent(it -> await(remote, open.link(), ref, it));
        Optional<Step> later = behind.map(Sequence.Behind::step);
        if (owed.isEmpty()) return later.orElse(Step.DONE);
        Step step = push(type, new Deciding.Open(remote, open.link(), memory, owed), guarded);
        return step.state() == Step.State.DONE ? later.orElse(step) : step;
    }

    /** People see why it isn't there yet. */
    private void await(Remote remote, Link link, Ref ref, Sequence.Behind behind) {
        String why = behind.step().why();
        if (link.trouble().equals(why)) return;
        ground.store().<Void>write(store -> {
            store.link(link.id())
                    .filter(now -> now.sync() == Link.Sync.SYNCING)
                    .ifPresent(now -> store.put(Links.trouble(now, now.sync(), now.asks(), why)));
            behind.on().ifPresent(awaited -> linking.await(store, remote, awaited, ref));
            return null;
        });
    }

    private Step push(EntityType type, Deciding.Open open, boolean guarded) {
        Remote remote = open.remote();
        try {
            Said said = new Outward(ground, remote, choices).say(type, open.owed(), open.memory().observed);
            if (said.values().isEmpty()) return hold(remote, type, open.link(), open, said);
            Optional<Step> moved = guarded ? Optional.empty() : look(remote, type, open);
            if (moved.isPresent()) return moved.get();
            if (Removing.isMeant(remote, type, said)) return remove(remote, type, open.link(), said, guarded);
            Step sent = send(remote, type, open.link(), said, guarded);
            return said.held().isEmpty() || sent.state() != Step.State.DONE
                    ? sent
                    : hold(remote, type, open.link(), open, said);
        } catch (Fault fault) {
            return faults.delay(type, open.link().id(), fault);
        }
    }

    /** @return a step if somebody has changed it meanwhile, which comes first */
    private Optional<Step> look(Remote remote, EntityType type, Deciding.Open open) throws Fault {
        Optional<Lane.Call<String, Observation>> fetch =
                remote.lane(type.name()).flatMap(Lane::fetch);
        long started = ground.now();
        if (fetch.isEmpty() || isJustSeen(type, open, started)) return Optional.empty();
        try {
            String id = open.link().remoteId().orElseThrow();
            Observation seen =
                    remote.call(type.name(), lane -> lane.fetch().orElseThrow().of(id));
            return same(type, open.memory(), seen)
                    ? Optional.empty()
                    : Optional.of(observe(remote, type, open, seen, started));
        } catch (Fault fault) {
            if (fault.remedy() != Fault.Remedy.FORGET) throw fault;
            return Optional.of(vanishing.missing(remote, type, open.link().id()));
        }
    }

    private boolean isJustSeen(EntityType type, Deciding.Open open, long now) {
        long seen = open.memory().confirmed;
        if (now - seen >= JUST_SEEN || seen <= open.memory().fence) return false;
        Ref ref = new Ref(type.name(), open.link().record().orElseThrow());
        return seen > sequence.edited(type, ref, open.owed().keySet());
    }

    private static boolean same(EntityType type, Memory memory, Observation seen) {
        for (Field<?> field : type.fields()) {
            boolean differs = seen.fields().mentions(field)
                    && !field.isFleeting()
                    && !(memory.observed.mentions(field)
                            && memory.observed.get(field).equals(seen.fields().get(field)));
            if (differs) return false;
        }
        return !seen.isGone();
    }

    private Step observe(Remote remote, EntityType type, Deciding.Open open, Observation seen, long started) {
        return ground.store().write(store -> {
            Observing observing = new Observing(ground, remote, type);
            store.link(open.link().id())
                    .flatMap(link -> observing.again(link, seen, started, Observing.How.FETCHED))
                    .ifPresent(link -> {
                        store.put(link);
                        observing.mark(store, link, Priority.CHANGE);
                    });
            return Step.later(1, "it was changed there meanwhile");
        });
    }

    private Step send(Remote remote, EntityType type, Link planned, Said said, boolean guarded) throws Fault {
        if (!note(remote, type, planned, said, guarded)) return Step.later(1, "it was changed meanwhile");
        Memory memory = ground.memory(type.name(), planned.memory());
        Optional<String> expected = memory.revision.isEmpty() ? Optional.empty() : Optional.of(memory.revision);
        Write write = new Write(
                planned.remoteId(),
                said.fields(),
                expected,
                ground.store().newId(),
                Optional.empty(),
                memory.observed,
                Optional.empty());
        try {
            Observation made =
                    remote.call(type.name(), lane -> lane.update().orElseThrow().of(write));
            boolean unsure = ground.store()
                    .<Boolean>write(store -> acknowledging.update(store, remote, type, planned, said, made));
            return unsure ? Step.later(1, "looked at again") : Step.DONE;
        } catch (Fault fault) {
            return failed(remote, type, planned.id(), said, fault, !memory.pending.isEmpty());
        }
    }

    private Step remove(Remote remote, EntityType type, Link planned, Said said, boolean guarded) throws Fault {
        if (!note(remote, type, planned, said, guarded)) return Step.later(1, "it was changed meanwhile");
        try {
            return removing.remove(remote, type, planned);
        } catch (Fault fault) {
            return failed(remote, type, planned.id(), said, fault, false);
        }
    }

    /** What is about to be sent is kept first. False if the link isn't any more what the plan was made for. */
    private boolean note(Remote remote, EntityType type, Link planned, Said said, boolean guarded) {
        return ground.store().<Boolean>writeDurably(store -> {
            Optional<Link> link = store.link(planned.id());
            if (link.isEmpty() || !link.get().memory().equals(planned.memory())) return false;
            Memory memory = ground.memory(type.name(), planned.memory());
            said.values().forEach((field, value) -> {
                if (value != null)
                    memory.pending
                            .computeIfAbsent(field, f -> new LinkedHashSet<>())
                            .add(value);
            });
            if (!guarded)
                memory.unclearUntil = ground.now() + remote.timing().settles().toMillis();
            store.put(Links.memory(link.get(), ground.memory(type.name(), memory)));
            return true;
        });
    }

    /** @param earlier whether there was a write of unknown outcome before this one */
    private Step failed(Remote remote, EntityType type, String linkId, Said said, Fault fault, boolean earlier)
            throws Fault {
        return switch (fault.remedy()) {
            case LOOK -> faults.unclear(remote, type, linkId, fault);
            case FORGET -> {
                acknowledging.nothing(remote, type, linkId, earlier);
                yield vanishing.missing(remote, type, linkId);
            }
            case MERGE -> {
                acknowledging.doubt(remote, type, linkId, earlier);
                yield Step.later(1, "it was changed there meanwhile");
            }
            case CORRECT, ASK_ADMIN -> faults.refused(type, linkId, said.values(), fault);
            case REPORT, ADOPT, RESTART -> faults.defect(remote, type, linkId, said.values(), fault);
            case RETRY, SIGN_IN -> {
                acknowledging.nothing(remote, type, linkId, earlier);
                yield faults.delay(type, linkId, fault);
            }
        };
    }

    /** Some fields can't be said there yet: they are set aside with their reason, the rest goes on. */
    private Step hold(Remote remote, EntityType type, Link planned, Deciding.Open open, Said said) {
        String why = String.join("; ", said.held().values());
        return ground.store().write(store -> {
            Link link = store.link(planned.id()).orElse(null);
            if (link == null) return Step.later(1, "it was changed meanwhile");
            Memory memory = ground.memory(type.name(), link.memory());
            long until = ground.now() + HOLD;
            said.held().forEach((field, reason) -> {
                Object value = Values.plain(type, field, open.owed().get(field));
                memory.held.put(field, new Held(value, reason, until));
            });
            store.put(Links.memory(link, ground.memory(type.name(), memory)));
            Ref ref = new Ref(type.name(), planned.record().orElseThrow());
            store.mark(ground.dirty(Key.record(ref), Priority.CHANGE));
            said.awaits().forEach(awaited -> linking.await(store, remote, awaited, ref));
            return Step.later(HOLD + 1, why);
        });
    }

    private static boolean claims(Remote remote, EntityType type, Lane.Claim claim) {
        return remote.lane(type.name()).map(lane -> lane.claimed(claim)).orElse(false);
    }
}
