package io.mortise.sync.internal.engine;

import io.mortise.connector.Lane;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import io.mortise.store.Link;
import io.mortise.store.LinkQuery;
import io.mortise.store.Reading;
import io.mortise.store.Row;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.reconcile.Hub;
import io.mortise.sync.internal.remote.Remote;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** May a record be created at a system now, and with what? */
final class Birth {
    private final Ground ground;
    private final Readiness readiness;
    private final Rows rows;
    private final Doubles doubles;
    private final Sequence sequence;

    Birth(Ground ground) {
        this.ground = ground;
        this.readiness = new Readiness(ground);
        this.rows = new Rows(ground);
        this.doubles = new Doubles(ground);
        this.sequence = new Sequence(ground);
    }

    /**
     * @param step why not now; empty if it may
     * @param asks it is for a person to say
     * @param awaits what must be linked there first
     * @param inTurn nothing speaks against it, it comes as soon as it is its turn
     */
    record Verdict(Optional<Step> step, boolean asks, Optional<Ref> awaits, boolean inTurn) {
        static final Verdict YES = new Verdict(Optional.empty(), false, Optional.empty(), true);

        static Verdict no(Step step) {
            return new Verdict(Optional.of(step), false, Optional.empty(), false);
        }

        static Verdict ask(String why) {
            return new Verdict(Optional.of(Step.waits(why)), true, Optional.empty(), false);
        }

        static Verdict await(Ref ref, String why) {
            return new Verdict(Optional.of(Step.waits(why)), false, Optional.of(ref), false);
        }

        static Verdict turn(Step step, Optional<Ref> on) {
            return new Verdict(Optional.of(step), false, on, true);
        }
    }

    Verdict may(Reading store, Remote remote, EntityType type, Row row, List<Link> links, Memory memory) {
        if (memory.ignored && !memory.approved) return Verdict.no(Step.waits("left alone: a person said so"));
        if (!readiness.at(store, remote, type.name()))
            return Verdict.no(Step.later(5_000, remote.system() + " hasn't shown all it has yet"));
        if (!readiness.everywhere(store, type.name()))
            return Verdict.no(
                    Step.later(5_000, readiness.awaited(store, type.name()) + " must show what is there first"));
        if (type.within().isEmpty() && !memory.approved)
            return Verdict.ask("Not in " + remote.system() + ": match it, or create it there");
        List<Link> origins = links.stream().filter(Birth::isOrigin).toList();
        if (!memory.approved && !origins.isEmpty() && origins.stream().noneMatch(this::speaks))
            return Verdict.no(Step.waits("two-way sync is off where it comes from"));
        Optional<Remote> first = goesFirst(remote, type, links);
        if (first.isPresent())
            return Verdict.no(Step.waits("waits for " + first.get().system()));
        LinkQuery found = LinkQuery.of(remote.id(), type.name(), Link.State.FOUND);
        if (type.within().isEmpty()) return unmatched(store, found, row, memory.approved);
        return inside(store, remote, type, row, found, memory.approved);
    }

    /** Has nothing been found there meanwhile that would have to be matched first? Short: it is asked while others wait. */
    boolean isStillFree(Reading store, Remote remote, EntityType type, Row row, boolean approved) {
        LinkQuery found = LinkQuery.of(remote.id(), type.name(), Link.State.FOUND);
        if (type.within().isEmpty())
            return unmatched(store, found, row, approved).step().isEmpty();
        Within within = new Within(type);
        return row.within()
                .flatMap(id -> within.theirs(store, remote.id(), id))
                .filter(there -> unmatched(store, found.under(within.kept(there)), row, approved)
                        .step()
                        .isEmpty())
                .isPresent();
    }

    private Verdict inside(Reading store, Remote remote, EntityType type, Row row, LinkQuery found, boolean approved) {
        Within within = new Within(type);
        Optional<Ref> parent = row.within().flatMap(id -> within.ours(store, id));
        if (parent.isEmpty()) return Verdict.no(Step.waits("it belongs to no organization"));
        Optional<Ref> there = new Translator(store, remote.id()).theirs(parent.get());
        if (there.isEmpty())
            return Verdict.await(parent.get(), "waits for its " + parent.get().type() + " at " + remote.system());
        if (unread(store, type, found.under("")))
            return Verdict.no(Step.later(later(type), remote.system() + " shows something that can't be read yet"));
        Verdict unmatched = unmatched(store, found.under(within.kept(there.get())), row, approved);
        if (unmatched.step().isPresent()) return unmatched;
        if (!approved && doubles.has(store, type, row))
            return Verdict.ask("It looks the same as another " + type.name() + " here: is it one?");
        return sequence.turn(store, remote, row, parent.get())
                .map(behind -> Verdict.turn(behind.step(), behind.on()))
                .orElse(Verdict.YES);
    }

    /** What was found there and has no partner yet may be this very record. */
    private Verdict unmatched(Reading store, LinkQuery found, Row row, boolean approved) {
        for (Link link : store.links(found, "", 10_000)) {
            Memory memory = ground.memory(link.type(), link.memory());
            if (memory.ignored) continue;
            if (link.asks() == Link.Asks.NOTHING)
                return Verdict.no(
                        Step.later(later(ground.types().type(link.type())), "others there are being matched"));
            if (!approved && memory.candidates.contains(row.ref().id()))
                return Verdict.no(Step.waits("It may be there already: match it first"));
        }
        return Verdict.YES;
    }

    /** Of what could not be read it isn't even known where it lies: it may be this very record. */
    private boolean unread(Reading store, EntityType type, LinkQuery nowhere) {
        Field<Ref> within = type.within().orElseThrow();
        return store.links(nowhere, "", 10_000).stream()
                .map(link -> ground.memory(link.type(), link.memory()))
                .anyMatch(memory -> memory.needFetch || !memory.observed.mentions(within));
    }

    /** Of what lies in an organization thousands may wait; what lies deeper people make one by one, and look at it. */
    private long later(EntityType type) {
        boolean isDeep = type.within().stream()
                .flatMap(field -> field.targets().stream())
                .anyMatch(target -> ground.types().type(target).within().isPresent());
        int least = isDeep ? 2_000 : 20_000;
        return least + ground.random().nextInt(least);
    }

    /** One where it is or was; a record that was made here has none. */
    private static boolean isOrigin(Link link) {
        return link.state() == Link.State.LINKED || link.state() == Link.State.GONE;
    }

    private boolean speaks(Link link) {
        return link.state() == Link.State.LINKED
                && ground.remotes().find(link.connection()).map(Remote::speaks).orElse(false);
    }

    /** A machine goes to the documentation only after the PSA has it. */
    private Optional<Remote> goesFirst(Remote remote, EntityType type, List<Link> links) {
        boolean fromRmm = links.stream()
                .anyMatch(link -> ground.remotes()
                        .find(link.connection())
                        .map(r -> r.part().equals(Part.RMM))
                        .orElse(false));
        if (!fromRmm || !remote.part().equals(Part.DOCS)) return Optional.empty();
        return ground.remotes().with(type.name()).stream()
                .filter(r -> r.part().equals(Part.PSA))
                .filter(r -> r.lane(type.name()).flatMap(Lane::create).isPresent())
                .filter(r -> links.stream()
                        .noneMatch(link -> link.connection().equals(r.id())
                                && (link.state() == Link.State.LINKED || link.state() == Link.State.GONE)))
                .findFirst();
    }

    /** The values that a create there can carry; none are left out. */
    Map<String, Object> body(Remote remote, EntityType type, Row row) {
        Map<String, Object> body = new TreeMap<>();
        Hub hub = rows.hub(type, row);
        for (Field<?> field : remote.lane(type.name()).orElseThrow().creatable()) {
            Object value = hub.value(field.name());
            if (value != null) body.put(field.name(), value);
        }
        return body;
    }

    /** What is still missing, in words; empty if nothing. */
    Optional<String> missing(Remote remote, EntityType type, Map<String, Object> body) {
        return remote.lane(type.name()).orElseThrow().needed().stream()
                .filter(field -> !body.containsKey(field.name()))
                .map(field -> remote.system() + " needs its " + field.label().toLowerCase(java.util.Locale.ROOT))
                .sorted()
                .findFirst();
    }
}
