package io.mortise.sync.internal.engine;

import io.mortise.connector.Fault;
import io.mortise.model.EntityType;
import io.mortise.store.Link;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.link.Memory.Refused;
import io.mortise.sync.internal.link.Values;
import io.mortise.sync.internal.remote.Remote;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** What a link remembers of a call that came to nothing. */
final class Faults {
    private static final int POISON = 5;
    /** The vendor has said no: what was sent won't turn up. */
    private static final Set<Fault.Remedy> CERTAIN = EnumSet.of(Fault.Remedy.CORRECT, Fault.Remedy.ASK_ADMIN);

    private final Ground ground;

    Faults(Ground ground) {
        this.ground = ground;
    }

    /** Nothing happened there: again later, further and further apart. */
    Step delay(EntityType type, String linkId, Fault fault) {
        return change(type, linkId, (link, memory) -> {
                    memory.tries++;
                    memory.retryAt = ground.now() + Math.max(fault.after().toMillis(), ground.backoff(memory.tries));
                })
                .map(memory -> Step.later(memory.retryAt - ground.now(), fault.getMessage()))
                .orElse(Step.DONE);
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

    /** These values won't be taken: they are shown to people and not sent again until they change. */
    Step refused(EntityType type, String linkId, Map<String, Object> sent, Fault fault) {
        change(type, linkId, (link, memory) -> {
            memory.tries = 0;
            memory.refusedAt = ground.now();
            boolean certain = CERTAIN.contains(fault.remedy());
            if (certain) sent.keySet().forEach(memory.pending::remove);
            sent.forEach((field, value) -> {
                String why = type.field(field).map(fault.fields()::get).orElse(null);
                boolean meant = fault.fields().isEmpty() || why != null;
                if (meant) memory.refused.put(field, refusal(type, field, value, why, fault));
            });
        });
        return Step.refused(fault.getMessage());
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
