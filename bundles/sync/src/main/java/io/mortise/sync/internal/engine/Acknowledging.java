package io.mortise.sync.internal.engine;

import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.store.Link;
import io.mortise.store.Writing;
import io.mortise.sync.internal.engine.Outward.Said;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.link.Memory.Refused;
import io.mortise.sync.internal.link.Values;
import io.mortise.sync.internal.reconcile.Evidence;
import io.mortise.sync.internal.reconcile.Pair;
import io.mortise.sync.internal.reconcile.Side;
import io.mortise.sync.internal.remote.Remote;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** An answer to a write: what the vendor made of it is the new agreement; whatever else it shows is news. */
final class Acknowledging {
    private final Ground ground;
    private final Faults faults;

    Acknowledging(Ground ground) {
        this.ground = ground;
        this.faults = new Faults(ground);
    }

    /**
     * @param asked the link as it was when the write was made ready
     * @return whether it must be looked at once more to know what it is now
     */
    boolean update(Writing store, Remote remote, EntityType type, Link asked, Said said, Observation made) {
        Link link = store.link(asked.id()).orElse(null);
        if (link == null) return false; // it has given way to another one, which is looked at for itself
        Memory memory = ground.memory(type.name(), link.memory());
        Memory before = ground.memory(type.name(), asked.memory());
        boolean unsure = made.isHint() || overtaken(type, before, memory, made);
        boolean news = unsure || take(store, remote, type, memory, said, made, before.observed);
        if (unsure) memory.needFetch = true;
        memory.fence = ground.now();
        boolean open = earlierMayLand(remote, type, memory);
        if (!unsure && !open) settle(memory, said, new Sides(store, type).of(remote, memory));
        if (unsure && !open) memory.unclearUntil = 0;
        String page = made.page().map(Object::toString).orElse(link.page());
        store.put(Links.seen(link, link.parent(), "", page, ground.memory(type.name(), memory)));
        if (news && link.record().isPresent())
            store.mark(
                    ground.dirty(Key.record(new Ref(type.name(), link.record().get())), Priority.CHANGE));
        return unsure;
    }

    /**
     * What was sent is known now. If something else shows a value of ours from an earlier write without an answer, that
     * write has landed late: it stays known as ours until it is judged, or it would be taken for a person's change.
     */
    private static void settle(Memory memory, Said said, Side side) {
        Map<String, Set<Object>> late = new TreeMap<>(memory.pending);
        late.keySet().removeIf(field -> said.values().containsKey(field) || !side.echoesLate(field));
        memory.forgetWrites();
        memory.pending.putAll(late);
    }

    /**
     * Something else than the answer shows has been learned while it was under way, or there is a doubt: which of the
     * two is older can't be told.
     */
    private static boolean overtaken(EntityType type, Memory before, Memory now, Observation made) {
        if (now.needFetch) return true;
        return (now.fence != before.fence || now.confirmed != before.confirmed) && !shows(type, now, made);
    }

    private static boolean shows(EntityType type, Memory memory, Observation made) {
        return type.fields().stream()
                .filter(made.fields()::mentions)
                .allMatch(field -> memory.observed.mentions(field)
                        && memory.observed.get(field).equals(made.fields().get(field)));
    }

    /**
     * @param before what it showed when the write was made ready: since then a list may have shown what the write did
     * @return whether the answer shows anything besides what was sent
     */
    boolean take(
            Writing store, Remote remote, EntityType type, Memory memory, Said said, Observation made, Fields before) {
        Translator translator = new Translator(store, remote.id());
        Map<String, Object> old = translator.inward(type, before, remote.wording());
        Map<String, Object> shown = translator.inward(type, made.fields(), remote.wording());
        said.values().forEach((field, value) -> {
            Object now = shown.containsKey(field) ? shown.get(field) : value;
            boolean same = Sides.shows(remote, type).same(field, now, value);
            if (!same && old.containsKey(field) && Objects.equals(now, old.get(field))) {
                memory.refusedAt = ground.now();
                memory.refused.put(
                        field, kept(type, field, value, remote.system() + " took it and kept its own value"));
            } else if (!same && now == null && !old.containsKey(field)) {
                String why = remote.system() + " has left it out of the new record";
                memory.held.put(field, faults.hold(kept(type, field, value, why)));
            } else memory.agreed.put(field, Pair.of(value, now));
        });
        boolean news = observe(type, memory, said, made);
        memory.revision = made.revision().orElse(memory.revision);
        memory.changedBy = "";
        memory.locked.clear();
        made.locked().forEach((field, why) -> memory.locked.put(field.name(), why));
        memory.confirmed = ground.now();
        memory.needFetch = false;
        memory.missingSince = 0;
        return news;
    }

    private boolean observe(EntityType type, Memory memory, Said said, Observation made) {
        boolean news = false;
        Fields.Builder observed = memory.observed.but();
        for (Field<?> field : type.fields()) {
            if (made.fields().mentions(field)) {
                boolean sent = said.values().containsKey(field.name());
                boolean differs = !memory.observed.mentions(field)
                        || !memory.observed.get(field).equals(made.fields().get(field));
                if (!sent && differs) {
                    memory.evidence.put(field.name(), new Evidence(memory.confirmed, ground.now()));
                    news = true;
                }
                observed.copy(field, made.fields());
            } else if (said.fields().mentions(field)) {
                observed.copy(field, said.fields());
            }
        }
        memory.observed = observed.build();
        return news;
    }

    private static Refused kept(EntityType type, String field, Object value, String why) {
        return new Refused(Values.plain(type, field, value), why);
    }

    /**
     * The vendor has said no, for certain: nothing of it is under way.
     *
     * @param earlier whether the link had a write of unknown outcome before this one, which may have landed
     */
    void nothing(Remote remote, EntityType type, String linkId, boolean earlier) {
        change(remote, type, linkId, earlier, false);
    }

    /** No as well, and there is something newer to read: perhaps that earlier write of ours. */
    void doubt(Remote remote, EntityType type, String linkId, boolean earlier) {
        change(remote, type, linkId, earlier, true);
    }

    private void change(Remote remote, EntityType type, String linkId, boolean earlier, boolean fetch) {
        ground.store().<Void>write(store -> {
            Link link = store.link(linkId).orElseThrow();
            Memory memory = ground.memory(type.name(), link.memory());
            if (!earlier && !earlierMayLand(remote, type, memory)) memory.forgetWrites();
            memory.needFetch |= fetch;
            store.put(Links.memory(link, ground.memory(type.name(), memory)));
            return null;
        });
    }

    /** Only where writes are guarded is anything sent while an earlier outcome is unknown. */
    private boolean earlierMayLand(Remote remote, EntityType type, Memory memory) {
        return memory.unclear(ground.now())
                && remote.lane(type.name())
                        .map(lane -> lane.claimed(Lane.Claim.IF_MATCH))
                        .orElse(false);
    }
}
