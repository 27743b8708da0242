package io.mortise.sync.internal.engine;

import io.mortise.connector.Fault;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Ref;
import io.mortise.store.Link;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.link.Memory.Held;
import io.mortise.sync.internal.link.Memory.Refused;
import io.mortise.sync.internal.link.Values;
import io.mortise.sync.internal.reconcile.Cell;
import io.mortise.sync.internal.reconcile.Hub;
import io.mortise.sync.internal.remote.Remote;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** What a link remembers of a call that came to nothing. */
final class Faults {
    static final int POISON = 5;
    private static final long HOLD = 4 * 3_600_000;
    /** The vendor has said no: what was sent won't turn up. */
    private static final Set<Fault.Remedy> CERTAIN = EnumSet.of(Fault.Remedy.CORRECT, Fault.Remedy.ASK_ADMIN);

    private final Ground ground;

    Faults(Ground ground) {
        this.ground = ground;
    }

    /** Nothing happened there: again later, further and further apart; if it goes on like that, people see why. */
    Step delay(EntityType type, String linkId, Fault fault) {
        if (fault.remedy() == Fault.Remedy.REPORT && isPoison(type, linkId)) say(linkId, fault.getMessage());
        return change(type, linkId, (link, memory) -> {
                    memory.tries++;
                    memory.retryAt = ground.now() + Math.max(fault.after().toMillis(), ground.backoff(memory.tries));
                })
                .map(memory -> Step.later(memory.retryAt - ground.now(), fault.getMessage()))
                .orElse(Step.DONE);
    }

    private void say(String linkId, String why) {
        ground.store().<Void>write(store -> {
            store.link(linkId)
                    .filter(Sides::isLinked)
                    .ifPresent(link -> store.put(Links.trouble(link, Link.Sync.ERROR, link.asks(), why)));
            return null;
        });
    }

    /** It may have happened: nothing more is sent until it must have settled, then it is looked at. */
    Step unclear(Remote remote, EntityType type, String linkId, Fault fault) {
        return change(type, linkId, (link, memory) -> {
                    if (fault.remedy() != Fault.Remedy.LOOK) memory.tries++;
                    memory.unclearUntil =
                            ground.now() + remote.timing().settles().toMillis();
                    memory.fence = ground.now();
                    memory.needFetch = link.state() == Link.State.LINKED;
                    memory.retryAt = memory.unclearUntil;
                })
                .map(memory -> Step.later(memory.retryAt - ground.now(), fault.getMessage()))
                .orElse(Step.DONE);
    }

    /**
     * These values won't be taken. What a person gave here is shown as a question and not sent again until it changes;
     * what came from another system waits with its reason, the rest goes on.
     */
    Step refused(EntityType type, String linkId, Map<String, Object> sent, Fault fault) {
        Set<String> fromElsewhere = fromElsewhere(type, linkId, fault);
        change(type, linkId, (link, memory) -> {
            memory.tries = 0;
            memory.refusedAt = ground.now();
            boolean certain = CERTAIN.contains(fault.remedy());
            boolean none =
                    sent.keySet().stream().noneMatch(field -> names(fault).contains(field));
            if (certain) sent.keySet().forEach(memory.pending::remove);
            sent.forEach((field, value) -> {
                String why = type.field(field).map(fault.fields()::get).orElse(null);
                boolean meant = none || why != null; // a refusal that names nothing of what was sent means all of it
                if (!meant) return;
                Refused refusal = refusal(type, field, value, why, fault);
                if (fromElsewhere.contains(field)) memory.held.put(field, hold(refusal));
                else memory.refused.put(field, refusal);
            });
        });
        return Step.refused(fault.getMessage());
    }

    /** It is offered again after some hours, spread so that not all come at once. */
    Held hold(Refused refused) {
        return new Held(
                refused.value(),
                refused.why(),
                ground.now() + HOLD + ground.random().nextLong(HOLD));
    }

    /** The named fields whose values no person has given here; none while the record isn't linked there. */
    private Set<String> fromElsewhere(EntityType type, String linkId, Fault fault) {
        if (fault.remedy() != Fault.Remedy.CORRECT) return Set.of();
        return ground.store()
                .read(store -> store.link(linkId)
                        .filter(Sides::isLinked)
                        .flatMap(Link::record)
                        .flatMap(id -> store.row(new Ref(type.name(), id)))
                        .map(row -> new Rows(ground).hub(type, row))
                        .map(hub -> fromElsewhere(hub, fault))
                        .orElse(Set.of()));
    }

    private static Set<String> names(Fault fault) {
        return fault.fields().keySet().stream().map(Field::name).collect(Collectors.toSet());
    }

    private static Set<String> fromElsewhere(Hub hub, Fault fault) {
        Set<String> fields = new HashSet<>(names(fault));
        fields.removeIf(field -> hub.cells().containsKey(field)
                && hub.cells().get(field).source().equals(Cell.HERE));
        return fields;
    }

    /** A defect on the way: it may have happened all the same. A few times, then set aside so that the rest goes on. */
    Step defect(Remote remote, EntityType type, String linkId, Map<String, Object> sent, Fault fault) {
        return isPoison(type, linkId) ? refused(type, linkId, sent, fault) : unclear(remote, type, linkId, fault);
    }

    /** Has it been tried often enough to give up? */
    boolean isPoison(EntityType type, String linkId) {
        return ground.store()
                .read(store -> store.link(linkId))
                .filter(link -> ground.memory(type.name(), link.memory()).tries + 1 >= POISON)
                .isPresent();
    }

    private Refused refusal(EntityType type, String field, Object value, String why, Fault fault) {
        String text = why == null ? fault.getMessage() : why;
        return new Refused(Values.plain(type, field, value), text);
    }

    /** @return the memory as kept; empty if the link is no more */
    private Optional<Memory> change(EntityType type, String linkId, BiConsumer<Link, Memory> change) {
        return ground.store()
                .write(store -> store.link(linkId).map(link -> {
                    Memory memory = ground.memory(type.name(), link.memory());
                    change.accept(link, memory);
                    // whatever a list shows from now on is news: an old print must not hide it
                    store.put(Links.seen(link, link.parent(), "", link.page(), ground.memory(type.name(), memory)));
                    return memory;
                }));
    }
}
