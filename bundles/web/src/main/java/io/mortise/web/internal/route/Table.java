package io.mortise.web.internal.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The routes that are live at one moment. Immutable. Of two with the same method and path, the first to come has it. */
record Table(List<Entry> entries, List<Entry> refused) {
    /** @param holes their values, decoded */
    record Found(Entry entry, Map<String, String> holes) {}

    static Table of(List<Owner> inOrder) {
        Map<String, Entry> live = new LinkedHashMap<>();
        List<Entry> refused = new ArrayList<>();
        for (Owner owner : inOrder) {
            for (Entry entry : owner.entries()) {
                if (live.putIfAbsent(entry.key(), entry) != null) refused.add(entry);
            }
        }
        List<Entry> sorted = new ArrayList<>(live.values());
        sorted.sort(Comparator.comparing(e -> e.path().rank()));
        return new Table(List.copyOf(sorted), List.copyOf(refused));
    }

    Optional<Found> find(String method, List<String> words) {
        for (Entry entry : entries) {
            if (!entry.route().method().equals(method)) continue;
            Optional<Map<String, String>> holes = entry.path().match(words);
            if (holes.isPresent()) return Optional.of(new Found(entry, holes.get()));
        }
        return Optional.empty();
    }

    /** What may be done at this path; empty when there is no such path. */
    Set<String> methods(List<String> words) {
        Set<String> methods = new TreeSet<>();
        for (Entry entry : entries) {
            if (entry.path().match(words).isPresent()) methods.add(entry.route().method());
        }
        return methods;
    }
}
