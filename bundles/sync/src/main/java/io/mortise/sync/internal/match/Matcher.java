package io.mortise.sync.internal.match;

import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Match;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which of the records found at one system are which of the hub's, inside one organization. Pure, and blind to order.
 * The type's rules are tried one after the other; only one to one is proof. What might be the same but isn't proved
 * becomes a question with its reason; nothing is guessed.
 */
public final class Matcher {
    private static final int COMMON = 3;
    private final EntityType type;
    private final boolean equalNames;
    private final Evident evident;

    /** @param equalNames whether rules that need the connection's switch hold */
    public Matcher(EntityType type, boolean equalNames) {
        this.type = type;
        this.equalNames = equalNames;
        this.evident = new Evident(type);
    }

    /** One of ours or one of theirs; values in the hub's terms. */
    public record Candidate(String id, Map<String, Object> values, boolean active) {}

    /** @param candidates ids of ours, in order */
    public record Question(String why, List<String> candidates) {}

    /**
     * @param links by their id, our id
     * @param questions by their id
     */
    public record Outcome(Map<String, String> links, Map<String, Question> questions) {}

    public Outcome match(List<Candidate> ours, List<Candidate> theirs) {
        Map<String, Candidate> free = byId(ours);
        Map<String, Candidate> open = byId(theirs);
        Map<String, String> links = new TreeMap<>();
        Map<String, Question> questions = new TreeMap<>();
        for (Match rule : type.matches()) {
            if (rule.ifSwitchedOn() && !equalNames) continue;
            Graph graph = graph(rule, free, open);
            for (String found : List.copyOf(open.keySet())) {
                Set<String> partners = graph.partners(found);
                if (partners.isEmpty()) continue;
                boolean proof = rule.strength() == Match.Strength.AUTO && graph.oneToOne(found);
                String only = partners.iterator().next();
                if (proof && free.get(only).active()) {
                    links.put(found, only);
                    free.remove(only);
                } else {
                    questions.put(found, new Question(why(rule, graph, found, free), List.copyOf(partners)));
                }
                open.remove(found);
            }
        }
        return new Outcome(links, questions);
    }

    /** All of them, made ready to be asked which of them proof would take for one thing. */
    public Among among(List<Candidate> all) {
        Map<String, Candidate> byId = byId(all);
        List<Proof> proofs = type.matches().stream()
                .filter(rule ->
                        rule.strength() == Match.Strength.AUTO && !rule.fields().isEmpty())
                .map(rule -> new Proof(rule, index(rule, byId)))
                .toList();
        return new Among(byId, proofs);
    }

    /** The candidates by what a rule goes by. */
    private record Proof(Match rule, Map<String, Set<Candidate>> index) {}

    /** Thread-safe. */
    public final class Among {
        private final Map<String, Candidate> all;
        private final List<Proof> proofs;

        private Among(Map<String, Candidate> all, List<Proof> proofs) {
            this.all = all;
            this.proofs = proofs;
        }

        /** Is another, deactivated or not, the same thing: one that somebody has entered twice, or that has come back? */
        public boolean hasTwin(String id) {
            return proofs.stream().anyMatch(proof -> hasTwin(all.get(id), proof));
        }

        private boolean hasTwin(Candidate one, Proof proof) {
            for (String key : evident.keys(proof.rule.fields(), one.values())) {
                Set<Candidate> carriers = proof.index.get(key);
                boolean common = tooCommon(proof.rule, carriers.size() - 1);
                for (Candidate other : carriers)
                    if (!common && other != one && mayBe(proof.rule, other, one)) return true;
            }
            return false;
        }
    }

    private Graph graph(Match rule, Map<String, Candidate> ours, Map<String, Candidate> theirs) {
        Graph graph = new Graph();
        if (rule.fields().isEmpty()) {
            if (ours.size() == 1 && theirs.size() == 1)
                graph.join(
                        theirs.keySet().iterator().next(),
                        ours.keySet().iterator().next());
            return graph;
        }
        Map<String, Set<Candidate>> mine = index(rule, ours);
        Map<String, Set<Candidate>> other = index(rule, theirs);
        other.forEach((key, found) -> {
            Set<Candidate> partners = mine.getOrDefault(key, Set.of());
            if (tooCommon(rule, found.size()) || tooCommon(rule, partners.size())) return;
            for (Candidate t : found) for (Candidate o : partners) if (mayBe(rule, o, t)) graph.join(t.id(), o.id());
        });
        return graph;
    }

    private Map<String, Set<Candidate>> index(Match rule, Map<String, Candidate> candidates) {
        Map<String, Set<Candidate>> index = new HashMap<>();
        for (Candidate c : candidates.values())
            for (String key : evident.keys(rule.fields(), c.values()))
                index.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(c);
        return index;
    }

    /** A serial number or an address that three carry tells none of them apart. */
    private static boolean tooCommon(Match rule, int carriers) {
        return rule.strength() == Match.Strength.AUTO
                && rule.fields().size() == 1
                && !rule.ifSwitchedOn()
                && carriers >= COMMON;
    }

    private boolean mayBe(Match rule, Candidate ours, Candidate theirs) {
        for (Field<?> field : rule.unlessDiffer()) if (contradict(field, ours, theirs)) return false;
        for (Field<?> field : rule.ifMissing()) {
            boolean either = !evident.of(field, ours.values()).isEmpty()
                    || !evident.of(field, theirs.values()).isEmpty();
            if (either) return false;
        }
        return true;
    }

    private boolean contradict(Field<?> field, Candidate ours, Candidate theirs) {
        Set<String> mine = evident.of(field, ours.values());
        Set<String> other = evident.of(field, theirs.values());
        return !mine.isEmpty() && !other.isEmpty() && other.stream().noneMatch(mine::contains);
    }

    private static String why(Match rule, Graph graph, String found, Map<String, Candidate> free) {
        String same = rule.fields().isEmpty()
                ? "It is the only one on either side"
                : "Same "
                        + rule.fields().stream()
                                .map(f -> f.label().toLowerCase(java.util.Locale.ROOT))
                                .collect(Collectors.joining(" and "));
        Set<String> partners = graph.partners(found);
        if (partners.size() > 1) return same + " as " + partners.size() + " records";
        if (!graph.oneToOne(found)) return same + " as another record that was found";
        boolean active = free.get(partners.iterator().next()).active();
        return active ? same + ", which alone is no proof" : same + " as a deactivated record";
    }

    private static Map<String, Candidate> byId(List<Candidate> all) {
        Map<String, Candidate> byId = new TreeMap<>();
        all.forEach(c -> byId.put(c.id(), c));
        return byId;
    }

    /** Who may be whom by one rule. */
    private static final class Graph {
        private final Map<String, Set<String>> ours = new TreeMap<>();
        private final Map<String, Set<String>> theirs = new TreeMap<>();

        void join(String found, String record) {
            ours.computeIfAbsent(found, k -> new java.util.TreeSet<>()).add(record);
            theirs.computeIfAbsent(record, k -> new java.util.TreeSet<>()).add(found);
        }

        Set<String> partners(String found) {
            return ours.getOrDefault(found, Set.of());
        }

        boolean oneToOne(String found) {
            List<String> partners = new ArrayList<>(partners(found));
            return partners.size() == 1 && theirs.get(partners.get(0)).size() == 1;
        }
    }
}
