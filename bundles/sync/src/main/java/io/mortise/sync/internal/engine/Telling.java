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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Decisions as a line of the journal: what changed, where it came from, what was overruled and by which rule. */
final class Telling {
    private final Ground ground;

    Telling(Ground ground) {
        this.ground = ground;
    }

    /** None if nothing of it is worth a line: fleeting values come and go. What was overruled has a line of its own. */
    List<Entry> of(EntityType type, Ref ref, List<Decision> decisions) {
        List<Decision> told = decisions.stream()
                .filter(d -> !type.field(d.field()).map(Field::isFleeting).orElse(true))
                .toList();
        List<Entry> entries = new ArrayList<>();
        for (boolean changes : new boolean[] {true, false}) {
            List<Decision> alike =
                    told.stream().filter(d -> d.changesHub() == changes).toList();
            if (!alike.isEmpty()) entries.add(entry(type, ref, changes ? "changed" : "overruled", alike));
        }
        return entries;
    }

    private Entry entry(EntityType type, Ref ref, String event, List<Decision> decisions) {
        Map<String, Object> before = new LinkedHashMap<>();
        Map<String, Object> after = new LinkedHashMap<>();
        Set<String> sources = new TreeSet<>();
        StringBuilder text = new StringBuilder();
        for (Decision decision : decisions) {
            sources.add(decision.source());
            if (decision.changesHub()) {
                before.put(decision.field(), Values.plain(type, decision.field(), decision.before()));
                after.put(decision.field(), Values.plain(type, decision.field(), decision.after()));
            }
            text.append(sentence(type, decision));
        }
        return new Entry(
                ground.store().newId(),
                Instant.ofEpochMilli(ground.now()),
                ref,
                event,
                ground.json().write(before),
                ground.json().write(after),
                sources.size() == 1 ? sources.iterator().next() : Cell.MERGED,
                "",
                text.toString().strip());
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
