package io.mortise.sync.internal.engine;

import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Ref;
import io.mortise.store.Entry;
import io.mortise.sync.internal.link.Values;
import io.mortise.sync.internal.reconcile.Cell;
import io.mortise.sync.internal.reconcile.Plan.Decision;
import io.mortise.sync.internal.remote.Remote;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Decisions as a line of the journal: what changed, where it came from, what was overruled and by which rule. */
final class Telling {
    private final Ground ground;

    Telling(Ground ground) {
        this.ground = ground;
    }

    /** Empty if nothing of it is worth a line: fleeting values come and go. */
    Optional<Entry> of(EntityType type, Ref ref, List<Decision> decisions) {
        List<Decision> told = decisions.stream()
                .filter(d -> !type.field(d.field()).map(Field::isFleeting).orElse(true))
                .toList();
        if (told.isEmpty()) return Optional.empty();
        Map<String, Object> before = new LinkedHashMap<>();
        Map<String, Object> after = new LinkedHashMap<>();
        Set<String> sources = new TreeSet<>();
        StringBuilder text = new StringBuilder();
        for (Decision decision : told) {
            sources.add(decision.source());
            if (decision.changesHub()) {
                before.put(decision.field(), Values.plain(type, decision.field(), decision.before()));
                after.put(decision.field(), Values.plain(type, decision.field(), decision.after()));
            }
            text.append(sentence(type, decision));
        }
        String source = sources.size() == 1 ? sources.iterator().next() : Cell.MERGED;
        Instant now = Instant.ofEpochMilli(ground.now());
        return Optional.of(new Entry(
                ground.store().newId(),
                now,
                ref,
                after.isEmpty() ? "overruled" : "changed",
                ground.json().write(before),
                ground.json().write(after),
                source,
                "",
                text.toString().strip()));
    }

    private String sentence(EntityType type, Decision decision) {
        String label = type.field(decision.field()).map(Field::label).orElse(decision.field());
        if (decision.overruled().isEmpty()) return label + ": " + decision.why() + ". ";
        Object lost = Values.plain(type, decision.field(), decision.lost());
        String was = lost == null ? "nothing" : ground.json().write(lost);
        return label + ": kept the value of " + system(decision.source()) + " over " + system(decision.overruled())
                + "'s " + was + " (" + decision.why() + "). ";
    }

    private String system(String source) {
        if (source.equals(Cell.HERE)) return "Mortise";
        return ground.remotes().find(source).map(Remote::system).orElse(source);
    }
}
