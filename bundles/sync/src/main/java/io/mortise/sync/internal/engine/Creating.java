package io.mortise.sync.internal.engine;

import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Write;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.store.Link;
import io.mortise.store.Reading;
import io.mortise.store.Row;
import io.mortise.sync.internal.engine.Birth.Verdict;
import io.mortise.sync.internal.engine.Outward.Said;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.link.Memory.Intent;
import io.mortise.sync.internal.link.Values;
import io.mortise.sync.internal.remote.Remote;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a record at a system that lacks it, once. The intent, with its frozen body, is kept before anything is sent;
 * until its outcome is known, no other is begun, and what turns up there is compared with it first.
 */
final class Creating {
    /** Not a word about whether it was made: it may have been. */
    private static final Set<Fault.Remedy> DEFECTS =
            EnumSet.of(Fault.Remedy.REPORT, Fault.Remedy.RESTART, Fault.Remedy.MERGE);

    private final Ground ground;
    private final Choices choices;
    private final Birth birth;
    private final Births births;
    private final Faults faults;
    private final Readiness readiness;

    Creating(Ground ground, Choices choices) {
        this.ground = ground;
        this.choices = choices;
        this.birth = new Birth(ground);
        this.births = new Births(ground);
        this.faults = new Faults(ground);
        this.readiness = new Readiness(ground);
    }

    /**
     * @param body what a create would carry; empty unless it may be made
     * @param refs the vendor's counterparts of what the body refers to
     * @param looked when the last whole look at the vendor's list began
     */
    record State(
            Row row,
            Optional<Link> link,
            Memory memory,
            Verdict verdict,
            Map<String, Object> body,
            Map<Ref, Ref> refs,
            long looked) {
        /** Somebody was faster. */
        boolean isThere() {
            return link.map(Link::state)
                    .filter(s -> s == Link.State.LINKED || s == Link.State.GONE)
                    .isPresent();
        }
    }

    /** @param remote has no linked or lost partner of the record */
    Step create(Remote remote, EntityType type, Ref ref) {
        return create(remote, type, ref, ground.store().read(store -> state(store, remote, type, ref)));
    }

    /** @param state as it was read a moment ago: what is kept is compared with it before anything is sent */
    Step create(Remote remote, EntityType type, Ref ref, State state) {
        if (!state.row.active() || state.isThere()) return Step.DONE;
        Memory memory = state.memory;
        long now = ground.now();
        if (now < memory.retryAt) return Step.later(memory.retryAt - now, "tried again soon");
        try {
            if (memory.intent != null) return resume(remote, type, state);
            if (state.verdict.step().isPresent()) return births.wait(remote, type, ref, state.verdict);
            return begin(remote, type, state);
        } catch (Fault fault) {
            return births.absent(remote, type, ref)
                    .map(link -> faults.delay(type, link.id(), fault))
                    .orElse(Step.later(5_000, fault.getMessage()));
        }
    }

    /** A deactivated record is made nowhere. */
    void rest(Ref ref) {
        births.rest(ref);
    }

    private State state(Reading store, Remote remote, EntityType type, Ref ref) {
        return state(store, remote, type, store.row(ref).orElseThrow(), store.links(ref));
    }

    /** @param links all of the row, read in this transaction as the row was */
    State state(Reading store, Remote remote, EntityType type, Row row, List<Link> links) {
        Optional<Link> link =
                links.stream().filter(l -> l.connection().equals(remote.id())).findFirst();
        Memory memory = link.map(l -> ground.memory(type.name(), l.memory())).orElseGet(Memory::new);
        Verdict verdict = birth.may(store, remote, type, row, links, memory);
        boolean may = verdict.step().isEmpty() && row.active();
        Map<String, Object> body = may ? birth.body(remote, type, row) : Map.of();
        Map<Ref, Ref> refs = new Outward(ground, remote, choices).theirs(store, body);
        return new State(row, link, memory, verdict, body, refs, readiness.lastLook(store, remote, type.name()));
    }

    private Step waits(Remote remote, EntityType type, Ref ref, long again, String why) {
        return births.wait(remote, type, ref, Verdict.no(Step.later(again, why)));
    }

    /** While the vendor was asked, something may have been found there that is this very record. */
    private boolean may(Reading store, Remote remote, EntityType type, State seen) {
        return store.row(seen.row.ref())
                .filter(Row::active)
                .filter(row -> birth.isStillFree(store, remote, type, row, seen.memory.approved))
                .isPresent();
    }

    private Step begin(Remote remote, EntityType type, State state) throws Fault {
        Ref ref = state.row.ref();
        Optional<String> missing = birth.missing(remote, type, state.body);
        if (missing.isPresent()) return births.wait(remote, type, ref, Verdict.no(Step.waits(missing.get())));
        Said said = new Outward(ground, remote, choices).say(type, state.body, state.refs, Fields.NONE);
        Optional<Step> held = held(remote, type, ref, said);
        if (held.isPresent()) return held.get();
        if (stillRefused(type, state.memory, said))
            return Step.refused(state.link.map(Link::trouble).orElse(""));
        Optional<Step> look = births.lookFirst(remote, type, said.fields(), state.looked);
        if (look.isPresent()) return births.wait(remote, type, ref, Verdict.turn(look.get(), Optional.empty()));
        Intent intent = new Intent(ground.store().newId(), said.values(), ground.now(), true);
        Optional<Link> noted =
                births.note(remote, type, ref, state.link, intent, store -> may(store, remote, type, state));
        return noted.isEmpty()
                ? Step.later(1, "it was changed meanwhile")
                : send(remote, type, noted.get(), said, false);
    }

    private Optional<Step> held(Remote remote, EntityType type, Ref ref, Said said) {
        Optional<String> needed = remote.lane(type.name()).orElseThrow().needed().stream()
                .map(Field::name)
                .filter(said.held()::containsKey)
                .findFirst();
        if (needed.isEmpty()) return Optional.empty();
        String why = said.held().get(needed.get());
        Verdict verdict = said.awaits().stream()
                .findFirst()
                .map(awaited -> Verdict.await(awaited, why))
                .orElseGet(() -> Verdict.no(Step.later(600_000, why)));
        return Optional.of(births.wait(remote, type, ref, verdict));
    }

    private static boolean stillRefused(EntityType type, Memory memory, Said said) {
        return !memory.refused.isEmpty()
                && memory.refused.entrySet().stream()
                        .allMatch(e -> java.util.Objects.equals(
                                e.getValue().value(),
                                Values.plain(type, e.getKey(), said.values().get(e.getKey()))));
    }

    private long lookedSince(Remote remote, EntityType type) {
        return ground.store().read(store -> readiness.lastLook(store, remote, type.name()));
    }

    /** An earlier try has an unknown outcome: wait until it has settled, look for its child, and only then repeat it. */
    private Step resume(Remote remote, EntityType type, State state) throws Fault {
        Link link = state.link.orElseThrow();
        Lane lane = remote.lane(type.name()).orElseThrow();
        boolean safe = lane.claimed(Lane.Claim.IDEMPOTENT_CREATE);
        long now = ground.now();
        Ref ref = state.row.ref();
        if (!safe && state.memory.unclear(now))
            return waits(remote, type, ref, state.memory.unclearUntil - now, "a create may still land");
        Said said = new Outward(ground, remote, choices).say(type, state.memory.intent.body(), Fields.NONE);
        if (!safe && births.child(remote, type, state.memory.intent, said.fields()))
            return Step.later(1, "found there");
        if (!safe && lookedSince(remote, type) < state.memory.unclearUntil)
            return waits(remote, type, ref, 2_000, "waits for the next look at " + remote.system());
        if (!safe && state.verdict.step().isPresent()) return births.wait(remote, type, ref, state.verdict);
        if (!state.memory.refused.isEmpty()) { // nothing has come of it; what is wanted by now is another matter
            births.abandon(type, link.id());
            return Step.later(1, "begun anew");
        }
        Optional<Link> noted = births.note(
                remote, type, ref, state.link, state.memory.intent, store -> safe || may(store, remote, type, state));
        return noted.isEmpty()
                ? Step.later(1, "it was changed meanwhile")
                : send(remote, type, noted.get(), said, true);
    }

    private Step send(Remote remote, EntityType type, Link link, Said said, boolean repeated) {
        Intent intent = ground.memory(type.name(), link.memory()).intent;
        Write write = new Write(
                Optional.empty(), said.fields(), Optional.empty(), intent.key(), Optional.empty(), Optional.empty());
        try {
            Observation made =
                    remote.call(type.name(), lane -> lane.create().orElseThrow().of(write));
            return births.done(remote, type, link, said, made, repeated);
        } catch (Fault fault) {
            return failed(remote, type, link, said, fault, repeated);
        }
    }

    private Step failed(Remote remote, EntityType type, Link link, Said said, Fault fault, boolean repeated) {
        if (fault.remedy() == Fault.Remedy.LOOK) return births.unclear(remote, type, link.id(), fault);
        if (fault.remedy() == Fault.Remedy.ADOPT && fault.existing().isPresent())
            return births.adopt(remote, type, link, fault.existing().get());
        boolean defect = DEFECTS.contains(fault.remedy());
        if (!repeated && !defect) births.abandon(type, link.id());
        return switch (fault.remedy()) {
            case CORRECT, ASK_ADMIN -> births.refused(type, link.id(), said, fault);
            case REPORT, RESTART, MERGE -> births.defect(remote, type, link.id(), said, fault);
            case FORGET, ADOPT -> births.poison(type, link.id(), said, fault);
            default -> faults.delay(type, link.id(), fault);
        };
    }
}
