package io.mortise.sync.internal.engine;

import io.mortise.connector.Lane;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.store.Link;
import io.mortise.store.LinkQuery;
import io.mortise.store.Query;
import io.mortise.store.Row;
import io.mortise.store.Writing;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.link.Values;
import io.mortise.sync.internal.match.Matcher;
import io.mortise.sync.internal.match.Matcher.Candidate;
import io.mortise.sync.internal.remote.Remote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds partners for what was found of one type inside one organization: one transaction, system by system, the
 * leading one first. What has no partner becomes a record of the hub, if it may.
 */
final class Matching {
    private static final int ALL = 1_000_000;
    /** After so many failed looks at one record the others don't wait for it any longer. */
    private static final int PATIENCE = 5;

    private final Ground ground;
    private final Readiness readiness;
    private final Linking linking;

    Matching(Ground ground) {
        this.ground = ground;
        this.readiness = new Readiness(ground);
        this.linking = new Linking(ground);
    }

    /** @return false if it is too early: not every system has shown what it has */
    boolean work(Key key) {
        EntityType type = ground.types().type(key.type());
        return ground.store().<Boolean>write(store -> {
            if (!readiness.everywhere(store, type.name())) return false;
            if (readiness.away().stream().anyMatch(id -> waits(store, id, type, key.id()))) return false;
            for (Remote remote : ground.remotes().with(type.name()))
                if (readiness.at(store, remote, type.name()) && !match(store, remote, type, key.id())) return false;
            return ground.remotes().with(type.name()).stream()
                    .allMatch(remote -> readiness.at(store, remote, type.name())
                            || !waits(store, remote.id(), type, key.id())); // it has shown a part and was then refused
        });
    }

    private boolean match(Writing store, Remote remote, EntityType type, String scope) {
        List<Link> found = found(store, remote.id(), type, scope);
        List<Candidate> theirs = new ArrayList<>();
        Map<String, Link> links = new HashMap<>();
        Translator translator = new Translator(store, remote.id());
        boolean whole = true;
        for (Link link : found) {
            links.put(link.id(), link);
            Memory memory = ground.memory(type.name(), link.memory());
            if (memory.ignored) continue;
            whole &= !memory.needFetch || memory.tries >= PATIENCE;
            if (memory.needFetch && memory.observed.names().isEmpty()) continue; // nothing of it could ever be read
            Map<String, Object> values = translator.inward(type, memory.observed, remote.wording());
            theirs.add(new Candidate(link.id(), values, true));
        }
        if (!whole) return false;
        if (theirs.isEmpty()) return true;
        Pool pool = new Pool(store, remote, type, scope);
        theirs.removeIf(candidate -> adopt(store, remote, type, pool, candidate, links.get(candidate.id())));
        Matcher.Outcome outcome = new Matcher(type, remote.linksEqualNames()).match(pool.candidates(), theirs);
        List<Link> newborn = new ArrayList<>();
        for (Candidate candidate : theirs)
            if (!settle(store, remote, type, links.get(candidate.id()), outcome))
                newborn.add(links.get(candidate.id()));
        linking.bear(store, remote, type, newborn, "");
        pool.wake(store);
        return true;
    }

    /** One that can't be asked has its turn all the same: who is matched first decides what is a twin. */
    private boolean waits(Writing store, String connection, EntityType type, String scope) {
        return found(store, connection, type, scope).stream()
                .anyMatch(link -> link.asks() == Link.Asks.NOTHING && link.sync() != Link.Sync.DISABLED);
    }

    private List<Link> found(Writing store, String connection, EntityType type, String scope) {
        LinkQuery query = LinkQuery.of(connection, type.name(), Link.State.FOUND);
        if (scope.equals(Key.EVERYWHERE)) return store.links(query, "", ALL);
        Within within = new Within(type);
        return within.theirs(store, connection, scope)
                .map(parent -> store.links(query.under(within.kept(parent)), "", ALL))
                .orElse(List.of());
    }

    /** A record of our own making whose birth we haven't heard of: equal to what was sent. */
    private boolean adopt(Writing store, Remote remote, EntityType type, Pool pool, Candidate found, Link link) {
        Optional<String> born = pool.bornAs(found.values());
        born.ifPresent(record -> {
            linking.link(store, remote, type, link, record, "");
            pool.take(record);
        });
        return born.isPresent();
    }

    /** @return false if it becomes a record of its own */
    private boolean settle(Writing store, Remote remote, EntityType type, Link link, Matcher.Outcome outcome) {
        String record = outcome.links().get(link.id());
        Matcher.Question question = outcome.questions().get(link.id());
        if (record != null) linking.link(store, remote, type, link, record, "");
        else if (question != null) linking.ask(store, type, link, question.why(), question.candidates());
        else if (mayBeBorn(remote, type, link)) return false;
        else linking.ask(store, type, link, "No " + type.name() + " of this name is known elsewhere", List.of());
        return true;
    }

    /** Organizations come from the leading system alone; every child would inherit a mistake. */
    private boolean mayBeBorn(Remote remote, EntityType type, Link link) {
        if (type.within().isPresent()) return true;
        if (ground.memory(type.name(), link.memory()).approved) return true;
        if (type.isShownOnly() || isMadeNowhere(type)) return true;
        if (!ground.remotes().absent().isEmpty()) return false;
        return ground.remotes().all().stream()
                .filter(r -> r.lane(type.name()).isPresent() || r.types().isEmpty())
                .findFirst()
                .map(leading -> leading.id().equals(remote.id()))
                .orElse(false);
    }

    /** A mistake in what no system takes from us (people) doesn't spread. */
    private boolean isMadeNowhere(EntityType type) {
        return ground.remotes().absent().isEmpty()
                && ground.remotes().with(type.name()).stream()
                        .noneMatch(remote ->
                                remote.lane(type.name()).flatMap(Lane::create).isPresent());
    }

    /** The hub's records that have no partner at this system yet. */
    private final class Pool {
        private final EntityType type;
        private final List<Candidate> candidates = new ArrayList<>();
        private final Map<String, Map<String, Object>> bodies = new java.util.TreeMap<>();

        Pool(Writing store, Remote remote, EntityType type, String scope) {
            this.type = type;
            Query query = Query.all(type.name(), ALL).alsoInactive();
            List<Row> rows = store.rows(scope.equals(Key.EVERYWHERE) ? query : query.within(java.util.Set.of(scope)));
            Map<Ref, List<Link>> links = store.links(rows.stream().map(Row::ref).toList());
            io.mortise.store.Rows codec = new io.mortise.store.Rows(ground.json());
            for (Row row : rows) {
                Optional<Link> here = links.getOrDefault(row.ref(), List.of()).stream()
                        .filter(link -> link.connection().equals(remote.id()))
                        .findFirst();
                if (here.isPresent() && here.get().state() == Link.State.LINKED) continue;
                Map<String, Object> values = Values.of(type, codec.fields(type, row));
                candidates.add(new Candidate(row.ref().id(), values, row.active()));
                here.ifPresent(link -> remember(row.ref().id(), link));
            }
        }

        private void remember(String record, Link link) {
            Memory memory = ground.memory(type.name(), link.memory());
            if (memory.intent != null && memory.intent.sent()) bodies.put(record, memory.intent.body());
        }

        List<Candidate> candidates() {
            return candidates;
        }

        Optional<String> bornAs(Map<String, Object> values) {
            return bodies.entrySet().stream()
                    .filter(intent -> Born.isOf(type, intent.getValue(), values))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        /** What waited to be created until these were matched. */
        void wake(Writing store) {
            store.mark(candidates.stream()
                    .filter(Candidate::active)
                    .map(c -> ground.dirty(Key.record(new Ref(type.name(), c.id())), Priority.FIRST))
                    .toList());
        }

        void take(String record) {
            bodies.remove(record);
            candidates.removeIf(candidate -> candidate.id().equals(record));
        }
    }
}
