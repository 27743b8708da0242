package io.mortise.sync.internal.engine;

import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.store.Link;
import io.mortise.store.Link.Asks;
import io.mortise.store.Link.Sync;
import io.mortise.store.Reading;
import io.mortise.store.Reading.Known;
import io.mortise.sync.internal.engine.Birth.Verdict;
import io.mortise.sync.internal.engine.Outward.Said;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.link.Memory.Intent;
import io.mortise.sync.internal.remote.Remote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What is kept of creates: that one is wanted and why it waits, that one is under way, what became of it. */
final class Births {
    private final Ground ground;
    private final Intake intake;
    private final Linking linking;
    private final Newborn newborn;
    private final Faults faults;

    Births(Ground ground) {
        this.ground = ground;
        this.intake = new Intake(ground);
        this.linking = new Linking(ground);
        this.newborn = new Newborn(ground);
        this.faults = new Faults(ground);
    }

    /** Shows people why it isn't there, and has it woken. What it asks already stands. */
    Step wait(Remote remote, EntityType type, Ref ref, Verdict verdict) {
        Step step = verdict.step().orElseThrow();
        return ground.store().write(store -> {
            Optional<Link> known = here(store, remote, ref);
            if (known.filter(Births::isThere).isPresent()) return Step.DONE;
            verdict.awaits().ifPresent(awaited -> linking.await(store, remote, awaited, ref));
            if (known.filter(link -> link.asks() == Asks.REFUSED).isPresent()) return step;
            Link link = known.orElseGet(() -> Links.absent(ground.store().newId(), remote.id(), type.name(), ref.id()));
            Memory memory = ground.memory(type.name(), link.memory());
            boolean ignored = memory.ignored;
            if (memory.inTurn != verdict.inTurn()) link = inTurn(link, memory, verdict.inTurn());
            Asks asks = verdict.asks() ? Asks.MATCH : Asks.NOTHING;
            Link now = Links.trouble(link, ignored ? Sync.DISABLED : Sync.NOT_YET_PUSHED, asks, step.why());
            if (known.isEmpty() || !now.equals(link)) store.put(now);
            return step;
        });
    }

    /** It may be made no more: nothing of it waits. */
    void rest(Ref ref) {
        boolean waits = ground.store().read(store -> store.links(ref)).stream().anyMatch(Births::waits);
        if (!waits) return;
        ground.store().<Void>write(store -> {
            for (Link link : store.links(ref))
                if (waits(link)) store.put(Links.trouble(link, Sync.DISABLED, Asks.NOTHING, "It is deactivated"));
            return null;
        });
    }

    private static boolean waits(Link link) {
        return link.state() == Link.State.ABSENT && link.sync() != Sync.DISABLED;
    }

    private static boolean isThere(Link link) {
        return link.state() == Link.State.LINKED || link.state() == Link.State.GONE;
    }

    /** The system couldn't be asked: it comes as soon as that answers. */
    Optional<Link> absent(Remote remote, EntityType type, Ref ref) {
        return ground.store().<Optional<Link>>write(store -> {
            Link link = here(store, remote, ref)
                    .orElseGet(() -> Links.absent(ground.store().newId(), remote.id(), type.name(), ref.id()));
            Link now = inTurn(link, ground.memory(type.name(), link.memory()), true);
            store.put(now);
            return Optional.of(now);
        });
    }

    private Link inTurn(Link link, Memory memory, boolean inTurn) {
        memory.inTurn = inTurn;
        return Links.memory(link, ground.memory(link.type(), memory));
    }

    /**
     * The intent is on disk before anything is sent.
     *
     * @param still whether it may still be made, asked in the transaction that keeps the intent
     * @return empty if the link isn't any more what it was, or it may not be made any more
     */
    Optional<Link> note(
            Remote remote, EntityType type, Ref ref, Optional<Link> planned, Intent intent, Predicate<Reading> still) {
        long until = ground.now() + horizon(remote);
        return ground.store().writeDurably(store -> {
            Optional<Link> link = here(store, remote, ref);
            if (!link.equals(planned) || !still.test(store)) return Optional.empty();
            Link base = link.orElseGet(() -> Links.absent(ground.store().newId(), remote.id(), type.name(), ref.id()));
            Memory memory = ground.memory(type.name(), base.memory());
            memory.intent = intent;
            memory.inTurn = true;
            memory.refused.clear();
            memory.unclearUntil = Math.max(memory.unclearUntil, until);
            Link noted = Links.state(base, Link.State.INTENT, ground.memory(type.name(), memory));
            Link now = Links.trouble(noted, Sync.SYNCING, Asks.NOTHING, "");
            store.put(now);
            return Optional.of(now);
        });
    }

    /**
     * What must happen before a create, if the last look at the vendor's list is too old to rely on.
     *
     * @param said what would be sent, in the vendor's terms: it is looked for in those
     */
    Optional<Step> lookFirst(Remote remote, EntityType type, Fields said, long lookedSince) throws Fault {
        Lane lane = remote.lane(type.name()).orElseThrow();
        long poll = remote.timing().poll().toMillis();
        if (ground.now() - lookedSince < poll * 2) return Optional.empty();
        if (lane.find().isEmpty())
            return Optional.of(Step.later(poll / 2, "waits for the next look at " + remote.system()));
        boolean found = !strangers(remote, type, search(remote, type, said)).isEmpty();
        return found ? Optional.of(Step.later(1, "found there; being matched")) : Optional.empty();
    }

    /**
     * @param said what the earlier try sent, in the vendor's terms
     * @return whether its child, or something equal, is there
     */
    boolean child(Remote remote, EntityType type, Intent intent, Fields said) throws Fault {
        Lane lane = remote.lane(type.name()).orElseThrow();
        List<Observation> seen = new ArrayList<>();
        if (lane.findByKey().isPresent())
            seen.addAll(
                    remote.call(type.name(), l -> l.findByKey().orElseThrow().of(intent.key())));
        else if (lane.find().isPresent()) seen.addAll(search(remote, type, said));
        return !strangers(remote, type, seen).isEmpty();
    }

    private List<Observation> search(Remote remote, EntityType type, Fields said) throws Fault {
        Fields.Builder like = Fields.with();
        for (Field<?> field : remote.lane(type.name()).orElseThrow().findable())
            if (said.get(field).isPresent()) like.copy(field, said);
        Fields asked = like.build();
        if (asked.names().isEmpty()) return List.of();
        return remote.call(type.name(), lane -> lane.find().orElseThrow().of(asked));
    }

    /** Those that no link knows, and those that still look for a partner; the unknown ones are taken in. */
    private List<Observation> strangers(Remote remote, EntityType type, List<Observation> seen) {
        long now = ground.now();
        return ground.store().write(store -> {
            Map<String, Known> known = store.known(
                    remote.id(),
                    type.name(),
                    seen.stream().map(o -> o.ref().id()).toList());
            List<Observation> unknown =
                    seen.stream().filter(o -> !known.containsKey(o.ref().id())).toList();
            intake.observe(store, remote, type, unknown, now, Priority.UNCLEAR);
            return unknown;
        });
    }

    Step done(Remote remote, EntityType type, Link intent, Said said, Observation made, boolean repeated) {
        return ground.store().write(store -> {
            Optional<Link> mine = store.link(intent.id());
            Optional<Link> there =
                    store.link(remote.id(), type.name(), made.ref().id());
            if (mine.isEmpty()) return Step.DONE; // it was recognised by a look at the vendor meanwhile
            if (there.isPresent() && there.get().record().isPresent())
                return Step.refused(remote.system() + " answered with a record that belongs to another one here");
            there.ifPresent(found -> store.unlink(List.of(found.id())));
            Newborn.Child child = newborn.of(store, remote, type, mine.get(), said, made, repeated);
            store.put(child.link());
            linking.arrived(
                    store,
                    remote,
                    type,
                    child.link(),
                    child.open() || !newborn.isEverywhere(store, type, child.link()));
            return made.isHint() || repeated ? Step.later(1, "looked at again") : Step.DONE;
        });
    }

    Step adopt(Remote remote, EntityType type, Link intent, Ref existing) {
        ground.store().<Void>write(store -> {
            boolean known = store.link(remote.id(), type.name(), existing.id()).isPresent();
            Observation hint = Observation.hint(type, existing.id());
            if (!known) intake.observe(store, remote, type, List.of(hint), ground.now(), Priority.UNCLEAR);
            return null;
        });
        abandon(type, intent.id());
        return Step.later(2_000, "it is there already; being matched");
    }

    Step unclear(Remote remote, EntityType type, String linkId, Fault fault) {
        return change(type, linkId, memory -> {
            if (fault.remedy() != Fault.Remedy.LOOK) memory.tries++;
            memory.unclearUntil = ground.now() + horizon(remote);
            memory.retryAt = memory.unclearUntil;
            return Step.later(horizon(remote), fault.getMessage());
        });
    }

    /** For certain, nothing was made. */
    void abandon(EntityType type, String linkId) {
        ground.store().<Void>write(store -> {
            store.link(linkId).ifPresent(link -> {
                Memory memory = ground.memory(type.name(), link.memory());
                memory.intent = null;
                memory.unclearUntil = 0;
                Link absent = Links.state(link, Link.State.ABSENT, ground.memory(type.name(), memory));
                boolean asks = link.asks() == Asks.REFUSED; // it goes on asking
                store.put(asks ? absent : Links.trouble(absent, Sync.NOT_YET_PUSHED, Asks.NOTHING, ""));
            });
            return null;
        });
    }

    Step refused(EntityType type, String linkId, Said said, Fault fault) {
        Step step = faults.refused(type, linkId, said.values(), fault);
        ground.store().<Void>write(store -> {
            store.link(linkId)
                    .ifPresent(link -> store.put(Links.trouble(link, Sync.ERROR, Asks.REFUSED, fault.getMessage())));
            return null;
        });
        return step;
    }

    /** It may have been made all the same: looked for before it is tried again, and given up after a few times. */
    Step defect(Remote remote, EntityType type, String linkId, Said said, Fault fault) {
        return faults.isPoison(type, linkId)
                ? refused(type, linkId, said, fault)
                : unclear(remote, type, linkId, fault);
    }

    /** Nothing was made, and trying again won't help for long. */
    Step poison(EntityType type, String linkId, Said said, Fault fault) {
        return faults.isPoison(type, linkId) ? refused(type, linkId, said, fault) : faults.delay(type, linkId, fault);
    }

    private Step change(EntityType type, String linkId, Function<Memory, Step> change) {
        return ground.store().write(store -> {
            Optional<Link> link = store.link(linkId);
            if (link.isEmpty()) return Step.DONE;
            Memory memory = ground.memory(type.name(), link.get().memory());
            Step step = change.apply(memory);
            store.put(Links.memory(link.get(), ground.memory(type.name(), memory)));
            return step;
        });
    }

    /** After this a create without an answer shows in lists and searches, or never happened. */
    private static long horizon(Remote remote) {
        return remote.timing().settles().toMillis() + remote.timing().search().toMillis();
    }

    static Optional<Link> here(Reading store, Remote remote, Ref ref) {
        return store.links(ref).stream()
                .filter(link -> link.connection().equals(remote.id()))
                .findFirst();
    }
}
