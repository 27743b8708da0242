package io.mortise.sync.internal.remote;

import io.mortise.model.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which of a system's list entries stands for a word of the hub, where their labels don't say so themselves. Several of
 * our words may be one entry there; one of them may be what that entry is here. Immutable.
 */
public final class Wording {
    public static final Wording NONE = new Wording(Map.of());

    /**
     * @param ours the hub's word
     * @param theirs the system's entry
     * @param inward whether the entry, met there, is this word here
     */
    public record Pair(Choice ours, Choice theirs, boolean inward) {}

    private final Map<String, List<Pair>> pairs;

    private Wording(Map<String, List<Pair>> pairs) {
        this.pairs = pairs;
    }

    /** With one more pair, which takes the place of an earlier one of the same word. */
    public Wording with(String type, String field, Pair pair) {
        List<Pair> kept = new ArrayList<>(without(type, field, pair.ours()).of(type, field));
        if (pair.inward())
            kept.replaceAll(other ->
                    other.theirs().equals(pair.theirs()) ? new Pair(other.ours(), other.theirs(), false) : other);
        kept.add(pair);
        return but(type, field, kept);
    }

    public Wording without(String type, String field, Choice ours) {
        return but(
                type,
                field,
                of(type, field).stream()
                        .filter(pair -> !pair.ours().equals(ours))
                        .toList());
    }

    private Wording but(String type, String field, List<Pair> now) {
        Map<String, List<Pair>> all = new TreeMap<>(pairs);
        all.put(key(type, field), List.copyOf(now));
        return new Wording(all);
    }

    public List<Pair> of(String type, String field) {
        return pairs.getOrDefault(key(type, field), List.of());
    }

    /** The hub's word for an entry of theirs; an entry without a label says nothing. */
    public Optional<Choice> inward(String type, String field, Choice theirs) {
        Optional<Choice> said = of(type, field).stream()
                .filter(pair -> pair.inward() && pair.theirs().equals(theirs))
                .map(Pair::ours)
                .findFirst();
        if (said.isPresent()) return said;
        return theirs.label().isBlank() ? Optional.empty() : Optional.of(Choice.named(theirs.label()));
    }

    /** Their entry for a word of the hub, if somebody has said so. */
    public Optional<Choice> outward(String type, String field, Choice ours) {
        return of(type, field).stream()
                .filter(pair -> pair.ours().equals(ours))
                .map(Pair::theirs)
                .findFirst();
    }

    /** What is left of a word of ours after the system has kept it as one of its entries. */
    public Choice shown(String type, String field, Choice ours) {
        return outward(type, field, ours)
                .flatMap(theirs -> inward(type, field, theirs))
                .orElse(ours);
    }

    private static String key(String type, String field) {
        return type + "." + field;
    }
}
