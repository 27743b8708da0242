package io.mortise.sync.internal.engine;

import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import io.mortise.store.Entry;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.link.Memory.Refused;
import io.mortise.sync.internal.link.Memory.Undone;
import io.mortise.sync.internal.link.Values;
import io.mortise.sync.internal.reconcile.Cell;
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
import java.util.Set;
import java.util.TreeMap;

/**
 * Values that people gave here and that the system whose word counts has refused. Who waits for the answer is told, and
 * the value is put back with it; where the refusal came too late for that it is put back here, and a notice is kept.
 */
final class Undoing {
    /** Milliseconds; longer than a person is kept waiting for an answer. */
    private static final long GRACE = 10_000;

    private final Ground ground;
    private final EntityType type;
    private final Set<Part> parts = new HashSet<>();
    private final List<Undo> undos = new ArrayList<>();
    private Hub hub;

    private record Undo(String field, Cell wanted, Object restored, Remote remote, String why) {}

    Undoing(Ground ground, EntityType type, Hub hub, List<Side> sides) {
        this.ground = ground;
        this.type = type;
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
        return cell != null && cell.source().equals(Cell.HERE);
    }

    private boolean isOurs(String field, Refused refused) {
        Cell cell = hub.cells().get(field);
        return cell != null
                && cell.source().equals(Cell.HERE)
                && Objects.equals(refused.value(), Values.plain(type, field, cell.value()));
    }

    private boolean leads(Remote remote, String field) {
        return leads(type.field(field).orElseThrow(), remote.part(), parts);
    }

    /** Is this the part whose word counts, among those that the record is linked with? */
    static boolean leads(Field<?> field, Part part, Set<Part> parts) {
        return field.policy().rank().stream()
                .filter(parts::contains)
                .findFirst()
                .filter(part::equals)
                .isPresent();
    }

    private void back(Remote remote, Side side, Memory memory, String field, Refused refused) {
        Cell wanted = hub.cells().get(field);
        Object shown = side.observed().get(field);
        memory.refused.remove(field);
        memory.undone.put(field, new Undone(refused.value(), refused.why(), wanted.by()));
        Map<String, Cell> cells = new TreeMap<>(hub.cells());
        cells.put(field, new Cell(shown, side.evidence(field), remote.id(), ""));
        hub = new Hub(cells, hub.frozen());
        undos.add(new Undo(field, wanted, shown, remote, refused.why()));
    }

    /** The hub's side without them. */
    Hub hub() {
        return hub;
    }

    List<Entry> entries(Ref ref) {
        return undos.stream().map(undo -> entry(ref, undo)).toList();
    }

    private Entry entry(Ref ref, Undo undo) {
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
