package io.mortise.sync.internal.engine;

import io.mortise.model.EntityType;
import io.mortise.store.Query;
import io.mortise.store.Reading;
import io.mortise.store.Row;
import io.mortise.sync.internal.match.Matcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What somebody has entered twice isn't doubled again elsewhere. All records of an organization are read for it, so what
 * was read serves all of them that are created in the same moment. A look that is a moment old is asked only about
 * records that it has seen in the very version that they have: of two twins, whichever came later isn't in a look that
 * lacks the other. Thread-safe.
 */
final class Doubles {
    /** Milliseconds; less than a create may wait for its turn anyway. */
    private static final long FRESH = 2_000;

    private static final int MOST = 50;
    private final Ground ground;
    private final Rows rows;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();

    Doubles(Ground ground) {
        this.ground = ground;
        this.rows = new Rows(ground);
    }

    private record Look(long at, Map<String, Long> versions, Matcher.Among among) {
        boolean knows(Row row, long now) {
            boolean fresh = now >= at && now - at < FRESH;
            return fresh
                    && Long.valueOf(row.version()).equals(versions.get(row.ref().id()));
        }
    }

    boolean has(Reading store, EntityType type, Row row) {
        String scope = type.name() + "/" + row.within().orElseThrow();
        Look look = looks.get(scope);
        if (look == null || !look.knows(row, ground.now())) {
            look = look(store, type, row);
            long now = ground.now();
            looks.values().removeIf(old -> now - old.at >= FRESH); // each holds a whole organization
            if (looks.size() >= MOST) looks.clear();
            looks.put(scope, look);
        }
        boolean asked = look.versions.containsKey(row.ref().id()); // it is not among too many to be read at once
        return !asked || look.among.hasTwin(row.ref().id());
    }

    private Look look(Reading store, EntityType type, Row row) {
        long now = ground.now();
        Query inside = Query.all(type.name(), 100_000)
                .alsoInactive()
                .within(Set.of(row.within().orElseThrow()));
        Map<String, Long> versions = new HashMap<>();
        List<Matcher.Candidate> all = new ArrayList<>();
        for (Row each : store.rows(inside)) {
            versions.put(each.ref().id(), each.version());
            all.add(candidate(type, each));
        }
        return new Look(now, versions, new Matcher(type, false).among(all));
    }

    private Matcher.Candidate candidate(EntityType type, Row row) {
        Map<String, Object> values = new TreeMap<>();
        rows.hub(type, row).cells().forEach((field, cell) -> values.put(field, cell.value()));
        return new Matcher.Candidate(row.ref().id(), values, row.active());
    }
}
