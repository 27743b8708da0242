package io.mortise.sync.internal.engine;

import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import io.mortise.store.Entry;
import io.mortise.store.Reading;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.link.Memory.Refused;
import io.mortise.sync.internal.link.Memory.Undone;
import io.mortise.sync.internal.link.Values;
import io.mortise.sync.internal.reconcile.Cell;
import io.mortise.sync.internal.reconcile.Evidence;
import io.mortise.sync.internal.reconcile.Hub;
import io.mortise.sync.internal.reconcile.Side;
import io.mortise.sync.internal.remote.Remote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Values that people gave here and that the system whose word counts has refused. Who waits for the answer is told, and
 * the value is put back with it; where the refusal came too late for that it is put back here, and a notice is kept.
 */
final class Undoing {
    /** Milliseconds; longer than a person is kept waiting for an answer. */
    private static final long GRACE = 10_000;

    private static final int FAR_BACK = 200;

    private final Ground ground;
    private final Reading store;
    private final EntityType type;
    private final Ref ref;
    private final Set<Part> parts = new HashSet<>();
    private final List<Undo> undos = new ArrayList<>();
    private Hub hub;

    private record Undo(String field, Cell wanted, Object restored, Remote remote, String why) {}

    Undoing(Ground ground, Reading store, EntityType type, Ref ref, Hub hub, List<Side> sides) {
        this.ground = ground;
        this.store = store;
        this.type = type;
        this.ref = ref;
        this.hub = hub;
        sides.forEach(side -> parts.add(side.part()));
    }

    /** @return milliseconds until what was refused there is put back; 0 if there is nothing or it has been done */
    static long rest(Memory memory, long now) {
        return memory.refused.isEmpty() ? 0 : Math.max(0, memory.refusedAt + GRACE - now);
    }

    /** Puts back what this system has refused; what was wanted is noted in {@code memory}. */
    void at(Remote remote, Side side, Memory memory) {
        memory.undone.keySet().removeIf(this::isWantedAnew);
        if (rest(memory, ground.now()) > 0) return;
        new HashMap<>(memory.refused).forEach((field, refused) -> {
            if (isOurs(field, refused)
                    && leads(remote, field)
                    && side.observed().containsKey(field)) back(remote, side, memory, field, refused);
        });
    }

    private boolean isWantedAnew(String field) {
        Cell cell = hub.cells().get(field);
        return cell != null && isAPersons(cell);
    }

    private boolean isOurs(String field, Refused refused) {
        Cell cell = hub.cells().get(field);
        return cell != null
                && isAPersons(cell)
                && Objects.equals(refused.value(), Values.plain(type, field, cell.value()));
    }

    /** What a constraint has mended is of here as well, and nobody's. */
    private static boolean isAPersons(Cell cell) {
        return cell.source().equals(Cell.HERE) && !cell.by().isEmpty();
    }

    private boolean leads(Remote remote, String field) {
        return leads(type.field(field).orElseThrow(), remote.part(), parts);
    }

    /** Is this the part whose word counts, among those that the record is linked with? Where none ranks, the only one. */
    static boolean leads(Field<?> field, Part part, Set<Part> parts) {
        if (field.policy().rank().isEmpty()) return parts.equals(Set.of(part));
        return field.policy().rank().stream()
                .filter(parts::contains)
                .findFirst()
                .filter(part::equals)
                .isPresent();
    }

    private void back(Remote remote, Side side, Memory memory, String field, Refused refused) {
        Cell wanted = hub.cells().get(field);
        Object before = before(field, refused).orElse(side.observed().get(field));
        boolean theirs = Objects.equals(before, side.observed().get(field));
        memory.refused.remove(field);
        memory.undone.put(field, new Undone(refused.value(), refused.why(), wanted.by()));
        Map<String, Cell> cells = new TreeMap<>(hub.cells());
        cells.put(
                field,
                theirs
                        ? new Cell(before, side.evidence(field), remote.id(), "")
                        : new Cell(before, new Evidence(0, ground.now()), Cell.MERGED, ""));
        hub = new Hub(cells, hub.frozen());
        undos.add(new Undo(field, wanted, before, remote, refused.why()));
    }

    /** What the person replaced; it may be newer than what this system shows. */
    private Optional<Object> before(String field, Refused refused) {
        return store.journal(ref, "", FAR_BACK).stream()
                .filter(entry -> entry.source().equals(Cell.HERE))
                .filter(entry -> {
                    Map<String, Object> after = ground.json().read(entry.after());
                    return after.containsKey(field) && Objects.equals(after.get(field), refused.value());
                })
                .findFirst()
                .map(entry -> ground.json().read(entry.before()).get(field))
                .map(plain -> Values.value(type, field, plain));
    }

    /** The hub's side without them. */
    Hub hub() {
        return hub;
    }

    List<Entry> entries() {
        return undos.stream().map(this::entry).toList();
    }

    private Entry entry(Undo undo) {
        return new Entry(
                ground.store().newId(),
                Instant.ofEpochMilli(ground.now()),
                ref,
                "undone",
                plain(undo.field, undo.wanted.value()),
                plain(undo.field, undo.restored),
                undo.remote.id(),
                undo.wanted.by(),
                "Undone: " + undo.remote.system() + " refused it: " + undo.why);
    }

    private String plain(String field, Object value) {
        Map<String, Object> out = new HashMap<>();
        out.put(field, Values.plain(type, field, value));
        return ground.json().write(out);
    }

    /** What the person who wanted it should know, in sentences; "" if there is nothing. */
    static String notice(EntityType type, Memory memory) {
        StringBuilder text = new StringBuilder();
        memory.undone.forEach((field, undone) -> text.append(
                        type.field(field).map(Field::label).orElse(field))
                .append(": ")
                .append(undone.by().isEmpty() ? "" : undone.by() + "'s ")
                .append('"')
                .append(undone.value() == null ? "" : undone.value())
                .append("\" was refused: ")
                .append(undone.why())
                .append(". "));
        return text.toString().strip();
    }
}
