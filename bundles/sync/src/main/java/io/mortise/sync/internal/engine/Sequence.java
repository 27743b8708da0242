package io.mortise.sync.internal.engine;

import io.mortise.connector.Lane;
import io.mortise.model.Attachment;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Ref;
import io.mortise.store.Dirty;
import io.mortise.store.Link;
import io.mortise.store.Query;
import io.mortise.store.Reading;
import io.mortise.store.Row;
import io.mortise.sync.internal.files.FileBook;
import io.mortise.sync.internal.files.KeptFile;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.reconcile.Cell;
import io.mortise.sync.internal.reconcile.Hub;
import io.mortise.sync.internal.reconcile.Pair;
import io.mortise.sync.internal.remote.Remote;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What people changed of a ticket, and what they made below it, reaches a system in the order in which they did it, also
 * after an outage: time that was logged before the ticket was closed is there before the status that closes it. What is
 * older goes first, so that no two wait for each other; what waits for anything else than the system's answer and its
 * turn ({@link Memory#inTurn}) holds nothing up.
 */
final class Sequence {
    /** Milliseconds, since it was done and since the system answers: what still isn't there then is never taken. */
    private static final long PATIENCE = Duration.ofMinutes(30).toMillis();
    /** Milliseconds: what is older has its turn, and then this. */
    private static final long BEHIND = 200;

    private static final long LONGEST = 15_000;
    private static final int MOST = 200;

    private final Ground ground;
    private final Rows rows;
    private final FileBook files;

    Sequence(Ground ground) {
        this.ground = ground;
        this.rows = new Rows(ground);
        this.files = new FileBook(ground.store(), ground.clock());
    }

    /**
     * Something that a person did and that the system has yet to get.
     *
     * @param at when the person did it
     * @param next when it is tried again
     * @param what in words for people
     * @param on the record that isn't there yet; empty if it is, and has changed
     */
    private record Earlier(long at, long next, String what, Optional<Ref> on) {}

    /**
     * @param step why it isn't its turn, and when it is looked at again
     * @param on whose arrival there is the moment to go on, if that is known
     */
    record Behind(Step step, Optional<Ref> on) {}

    /**
     * Takes out of {@code owed} what a person changed after making something below the record that isn't there yet.
     *
     * @return what it has to wait for, if anything had to
     */
    Optional<Behind> holdBack(Remote remote, EntityType type, Ref ref, Map<String, Object> owed) {
        if (type.within().isEmpty()) return Optional.empty(); // what lies in an organization is no work on it
        return ground.store().read(store -> {
            Map<String, Long> edits = edits(hub(store, type, ref));
            edits.keySet().retainAll(owed.keySet());
            if (edits.isEmpty()) return Optional.empty();
            Optional<Earlier> below = below(store, remote, ref);
            boolean waits = below.isPresent()
                    && owed.keySet().removeIf(field -> edits.getOrDefault(field, -1L) >= below.get().at);
            return waits ? below.map(this::after) : Optional.empty();
        });
    }

    /** When a person last changed one of these fields here; 0 if nobody has. */
    long edited(EntityType type, Ref ref, Set<String> fields) {
        Map<String, Long> edits = ground.store().read(store -> edits(hub(store, type, ref)));
        edits.keySet().retainAll(fields);
        return edits.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** @return what a new record has to wait for, if people did something to its parent, or made something there, before it */
    Optional<Behind> turn(Reading store, Remote remote, Row row, Ref parent) {
        EntityType type = ground.types().type(parent.type());
        if (type.within().isEmpty() || !isMadeHere(row)) return Optional.empty();
        return turn(store, remote, parent, row.createdAt().toEpochMilli());
    }

    /** @param made when a person made it */
    Optional<Behind> turn(Reading store, Remote remote, Ref parent, long made) {
        EntityType type = ground.types().type(parent.type());
        return owed(store, remote, type, parent)
                .filter(earlier -> earlier.at < made)
                .or(() -> below(store, remote, parent).filter(earlier -> earlier.at < made))
                .map(this::after);
    }

    private Behind after(Earlier earlier) {
        long again = Math.min(LONGEST, Math.max(0, earlier.next - ground.now())) + BEHIND;
        return new Behind(Step.later(again, "waits for " + earlier.what + " before it"), earlier.on);
    }

    private Hub hub(Reading store, EntityType type, Ref ref) {
        return store.row(ref).map(row -> rows.hub(type, row)).orElse(Hub.EMPTY);
    }

    /** When a person changed them here, by field. */
    private static Map<String, Long> edits(Hub hub) {
        Map<String, Long> edits = new TreeMap<>();
        hub.cells().forEach((field, cell) -> {
            if (isOurs(cell)) edits.put(field, cell.evidence().hi());
        });
        return edits;
    }

    private static boolean isOurs(Cell cell) {
        return cell.source().equals(Cell.HERE);
    }

    private boolean isMadeHere(Row row) {
        return rows.hub(ground.types().type(row.ref().type()), row).cells().values().stream()
                .anyMatch(Sequence::isOurs);
    }

    private boolean isHopeful(Remote remote, long done) {
        return ground.now() - Math.max(done, remote.answersSince()) < PATIENCE;
    }

    /** The oldest thing below it that is on its way there. */
    private Optional<Earlier> below(Reading store, Remote remote, Ref parent) {
        Stream<Earlier> records = ground.types().inside(parent.type()).stream()
                .filter(child -> remote.lane(child.name()).flatMap(Lane::create).isPresent())
                .map(child -> Query.all(child.name(), MOST).within(Set.of(parent.id())))
                .flatMap(query -> store.rows(query.sort(Query.CHANGED, true)).stream())
                .filter(row -> isHopeful(remote, row.createdAt().toEpochMilli()))
                .flatMap(row -> onItsWay(store, remote, row).stream());
        return Stream.concat(records, given(store, remote, parent)).min(Comparator.comparingLong(Earlier::at));
    }

    /** Files that are kept here until the system takes them. */
    private Stream<Earlier> given(Reading store, Remote remote, Ref parent) {
        boolean takes = remote.lane(Attachment.TYPE.name())
                .filter(lane -> lane.upload().isPresent())
                .filter(lane -> lane.parents().contains(ground.types().type(parent.type())))
                .isPresent();
        if (!takes) return Stream.empty();
        return files.of(store, parent.id()).stream()
                .filter(file ->
                        file.is(KeptFile.State.WAITING) && file.standing().inTurn())
                .filter(file -> isHopeful(remote, file.at()))
                .map(file -> new Earlier(file.at(), file.standing().next(), "the file given", Optional.empty()));
    }

    private Optional<Earlier> onItsWay(Reading store, Remote remote, Row row) {
        boolean awaited =
                Births.here(store, remote, row.ref()).map(this::isAwaited).orElse(true); // nobody has looked at it yet
        if (!awaited || !isMadeHere(row)) return Optional.empty();
        String what = "the " + words(row.ref().type()) + " made";
        return store.dirty(Key.record(row.ref()).toString())
                .map(mark -> new Earlier(row.createdAt().toEpochMilli(), due(mark), what, Optional.of(row.ref())));
    }

    private boolean isAwaited(Link link) {
        if (link.asks() != Link.Asks.NOTHING || link.sync() == Link.Sync.DISABLED) return false;
        return link.state() == Link.State.INTENT
                || link.state() == Link.State.ABSENT && ground.memory(link.type(), link.memory()).inTurn;
    }

    private static long due(Dirty mark) {
        return mark.notBefore().toEpochMilli();
    }

    private static String words(String type) {
        return type.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    /** The oldest change of the record itself that is on its way there. */
    private Optional<Earlier> owed(Reading store, Remote remote, EntityType type, Ref ref) {
        Optional<Link> link = Births.here(store, remote, ref).filter(l -> l.sync() == Link.Sync.SYNCING);
        if (link.isEmpty()) return Optional.empty();
        Memory memory = ground.memory(type.name(), link.get().memory());
        Hub hub = hub(store, type, ref);
        Map<String, Long> edits = edits(hub);
        edits.keySet().retainAll(writable(remote, type, memory, hub));
        edits.entrySet()
                .removeIf(e -> !isHopeful(remote, e.getValue())
                        || isThere(hub.cells().get(e.getKey()), memory.agreed.get(e.getKey())));
        long mark = store.dirty(Key.record(ref).toString()).map(Sequence::due).orElse(0L);
        long next = Math.max(mark, Math.max(memory.retryAt, memory.unclearUntil));
        String what = "what was changed of its " + words(type.name());
        return edits.values().stream().min(Long::compare).map(at -> new Earlier(at, next, what, Optional.empty()));
    }

    /** What the system shows and takes, and what waits for nothing else. */
    private static Set<String> writable(Remote remote, EntityType type, Memory memory, Hub hub) {
        Set<String> fields = new HashSet<>();
        remote.lane(type.name())
                .ifPresent(lane -> lane.changeable().stream()
                        .filter(memory.observed::mentions)
                        .map(Field::name)
                        .forEach(fields::add));
        fields.removeAll(memory.locked.keySet());
        fields.removeAll(memory.held.keySet());
        fields.removeAll(memory.refused.keySet());
        fields.removeAll(hub.frozen().keySet());
        return fields;
    }

    private static boolean isThere(Cell cell, Pair agreed) {
        return agreed == null ? cell.value() == null : agreed.holds(cell.value());
    }
}
