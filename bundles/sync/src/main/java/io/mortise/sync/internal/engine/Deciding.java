package io.mortise.sync.internal.engine;

import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.store.Link;
import io.mortise.store.Reading;
import io.mortise.store.Row;
import io.mortise.store.Writing;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.link.Values;
import io.mortise.sync.internal.reconcile.Hub;
import io.mortise.sync.internal.reconcile.Plan;
import io.mortise.sync.internal.reconcile.Reconcile;
import io.mortise.sync.internal.reconcile.Side;
import io.mortise.sync.internal.remote.Remote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * From what is known of a record to what shall be: reconciles, and commits the decision in one transaction. What is to
 * be written follows from the state, so nothing is lost with it.
 */
final class Deciding {
    private final Ground ground;
    private final Rows rows;
    private final Telling telling;

    Deciding(Ground ground) {
        this.ground = ground;
        this.rows = new Rows(ground);
        this.telling = new Telling(ground);
    }

    /**
     * @param links those that are linked to a system that is switched on
     * @param all as they were when it was decided
     */
    record Decided(Row row, EntityType type, List<Open> links, List<Link> all) {}

    /**
     * One linked system and what it is owed.
     *
     * @param owed in the hub's terms, by field; refused values left out
     */
    record Open(Remote remote, Link link, Memory memory, Map<String, Object> owed) {}

    Optional<Decided> decide(Ref ref) {
        return decide(ref, (store, decided) -> {});
    }

    /** @param also done in the same look at the store, if nothing has to be changed */
    Optional<Decided> decide(Ref ref, BiConsumer<Reading, Decided> also) {
        Draft seen = ground.store().read(store -> {
            Draft draft = draft(store, ref);
            if (draft != null && !draft.changes()) also.accept(store, draft.decided());
            return draft;
        });
        if (seen == null) return Optional.empty();
        if (!seen.changes()) return Optional.of(seen.decided());
        return Optional.ofNullable(ground.store().<Draft>write(store -> {
                    Draft draft = draft(store, ref);
                    if (draft != null) draft.keep(store);
                    return draft;
                }))
                .map(Draft::decided);
    }

    private Draft draft(Reading store, Ref ref) {
        Optional<Row> row = store.row(ref);
        return row.isEmpty() ? null : new Draft(store, row.get());
    }

    /** What one look at the store gives; kept only if it changes something. */
    private final class Draft {
        private final Row before;
        private final EntityType type;
        private final Hub hub;
        private final Returning returning;
        private final Undoing undoing;
        private final Plan plan;
        private final List<Open> open = new ArrayList<>();
        private final List<Link> changed = new ArrayList<>();
        private final List<Link> all;
        private Row after;

        Draft(Reading store, Row row) {
            before = row;
            after = row;
            type = ground.types().type(row.ref().type());
            hub = rows.hub(type, row);
            all = store.links(row.ref());
            List<Link> links = all.stream().filter(Sides::isLinked).toList();
            Map<String, Memory> memories = new TreeMap<>();
            Map<String, Side> sides = new TreeMap<>();
            for (Link link : links) {
                Memory memory = ground.memory(type.name(), link.memory());
                Optional<Remote> here = ground.remotes()
                        .find(link.connection())
                        .filter(r -> r.lane(type.name()).isPresent());
                here.ifPresent(remote -> memories.put(link.id(), memory));
                here.map(remote -> new Sides(store, type).of(remote, memory))
                        .or(() -> away(link, memory))
                        .ifPresent(side -> sides.put(link.id(), side));
            }
            List<Side> shown = List.copyOf(sides.values());
            returning = new Returning(ground, row.ref(), hub, all);
            memories.forEach((id, memory) -> returning.at(remote(links, id), memory));
            undoing = new Undoing(ground, store, type, row.ref(), returning.hub(), shown);
            memories.forEach((id, memory) -> undoing.at(remote(links, id), sides.get(id), memory));
            plan = new Reconcile(type, of -> within(store, of)).plan(undoing.hub(), shown);
            for (Link link : links) if (memories.containsKey(link.id())) settle(store, link, memories.get(link.id()));
        }

        /** It keeps its rank while it can't be asked: otherwise its fields would change hands meanwhile. */
        private Optional<Side> away(Link link, Memory memory) {
            return ground.remotes().part(link.connection()).map(part -> Sides.away(link.connection(), part, memory));
        }

        private Remote remote(List<Link> links, String id) {
            Link link =
                    links.stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow();
            return ground.remotes().find(link.connection()).orElseThrow();
        }

        private void settle(Reading store, Link link, Memory memory) {
            Map<String, Object> owed = new TreeMap<>(plan.writes().getOrDefault(link.connection(), Map.of()));
            Remote remote = ground.remotes().find(link.connection()).orElseThrow();
            Removing.onlyByAPerson(remote, type, plan.hub(), owed);
            memory.refused.keySet().removeIf(field -> !owed.containsKey(field));
            memory.held.keySet().removeIf(field -> !owed.containsKey(field));
            memory.held.values().removeIf(held -> ground.now() >= held.until());
            owed.entrySet().removeIf(e -> isRefused(memory, e));
            owed.entrySet().removeIf(e -> isHeld(memory, e) && !arrived(store, link, e.getValue()));
            memory.agreed.clear();
            memory.agreed.putAll(plan.agreed().get(link.connection()));
            boolean settled = memory.pending.isEmpty() || memory.confirmed > memory.unclearUntil;
            if (settled && !memory.needFetch && owed.isEmpty()) memory.forgetWrites();
            Link now = standing(Links.memory(link, ground.memory(type.name(), memory)), memory, owed.isEmpty());
            if (!now.equals(link)) changed.add(now);
            open.add(new Open(remote, now, memory, owed));
        }

        private Link standing(Link link, Memory memory, boolean nothingOwed) {
            if (!memory.refused.isEmpty()) {
                String why = memory.refused.values().iterator().next().why();
                return Links.trouble(link, Link.Sync.ERROR, Link.Asks.REFUSED, why);
            }
            boolean broken = memory.needFetch && memory.tries >= Faults.POISON && link.sync() == Link.Sync.ERROR;
            if (broken) return link;
            String notice = Undoing.notice(type, memory);
            Link.Asks asks = notice.isEmpty() ? Link.Asks.NOTHING : Link.Asks.REFUSED;
            if (!nothingOwed || memory.needFetch)
                return link.sync() == Link.Sync.SYNCING && link.asks() == asks
                        ? link
                        : Links.trouble(link, Link.Sync.SYNCING, asks, notice);
            String held = String.join(
                    "; ", memory.held.values().stream().map(Memory.Held::why).toList());
            String trouble = notice.isEmpty() ? held : notice;
            boolean asBefore = link.sync() == Link.Sync.SYNCED && link.trouble().equals(trouble);
            Link synced = asBefore ? link : Links.synced(link, Instant.ofEpochMilli(ground.now()));
            return Links.trouble(synced, Link.Sync.SYNCED, asks, trouble);
        }

        private boolean same(Object kept, Map.Entry<String, Object> owed) {
            return Objects.equals(kept, Values.plain(type, owed.getKey(), owed.getValue()));
        }

        private boolean isRefused(Memory memory, Map.Entry<String, Object> owed) {
            Memory.Refused refused = memory.refused.get(owed.getKey());
            return refused != null && same(refused.value(), owed);
        }

        private boolean isHeld(Memory memory, Map.Entry<String, Object> owed) {
            Memory.Held held = memory.held.get(owed.getKey());
            return held != null && same(held.value(), owed);
        }

        private boolean arrived(Reading store, Link link, Object value) {
            return value instanceof Ref ref
                    && new Translator(store, link.connection()).theirs(ref).isPresent();
        }

        boolean changes() {
            return !plan.hub().equals(hub) || !changed.isEmpty();
        }

        void keep(Writing store) {
            if (!plan.hub().equals(hub)) {
                after = rows.next(type, before, plan.hub(), Instant.ofEpochMilli(ground.now()));
                store.update(after);
            }
            store.put(changed);
            returning.entries().forEach(store::tell);
            undoing.entries().forEach(store::tell);
            telling.of(type, before.ref(), plan.decisions()).forEach(store::tell);
        }

        Decided decided() {
            return new Decided(after, type, open, all);
        }
    }

    private Optional<Ref> within(Reading store, Ref of) {
        EntityType type = ground.types().type(of.type());
        if (type.within().isEmpty()) return Optional.empty();
        return store.row(of).flatMap(Row::within).flatMap(id -> new Within(type).ours(store, id));
    }
}
