package io.mortise.sync.internal.engine;

import io.mortise.connector.Fault;
import io.mortise.model.EntityType;
import io.mortise.store.Link;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.link.Memory.Refused;
import io.mortise.sync.internal.link.Values;
import io.mortise.sync.internal.remote.Remote;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What a link remembers of a call that came to nothing. */
final class Faults {
    private static final int POISON = 5;
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
            forget(memory, sent);
            sent.forEach((field, value) -> {
                String why = type.field(field).map(fault.fields()::get).orElse(null);
                boolean meant = fault.fields().isEmpty() || why != null;
                if (meant) memory.refused.put(field, refusal(type, field, value, why, fault));
            });
        });
        return Step.refused(fault.getMessage());
    }

    /** A defect: tried a few times, then set aside so that the rest goes on. */
    Step poison(EntityType type, String linkId, Map<String, Object> sent, Fault fault) {
        int tries = ground.store()
                .read(store -> store.link(linkId))
                .map(link -> ground.memory(type.name(), link.memory()).tries)
                .orElse(0);
        return tries + 1 < POISON ? delay(type, linkId, fault) : refused(type, linkId, sent, fault);
    }

    private Refused refusal(EntityType type, String field, Object value, String why, Fault fault) {
        String text = why == null ? fault.getMessage() : why;
        return new Refused(Values.plain(type, field, value), text);
    }

    private static void forget(Memory memory, Map<String, Object> sent) {
        sent.keySet().forEach(memory.pending::remove);
        memory.tries = 0;
    }

    /** @return the memory as kept; empty if the link is no more */
    private Optional<Memory> change(EntityType type, String linkId, BiConsumer<Link, Memory> change) {
        return ground.store()
                .write(store -> store.link(linkId).map(link -> {
                    Memory memory = ground.memory(type.name(), link.memory());
                    change.accept(link, memory);
                    store.put(Links.memory(link, ground.memory(type.name(), memory)));
                    return memory;
                }));
    }
}
