package io.mortise.tickets.internal;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much two short texts have in common: words, without case and accents, without the little ones. Pure. */
final class Likeness {
    private static final int SHORTEST = 3;
    private static final Set<String> LITTLE = Set.of(
            "the", "and", "for", "with", "not", "from", "can", "cant", "does", "doesnt", "has", "have", "are", "was",
            "that", "this", "new", "his", "her", "all", "any", "der", "die", "das", "und", "ist", "nicht", "mit");

    private Likeness() {}

    static Set<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("'", "")
                .toLowerCase(Locale.ROOT);
        return Stream.of(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= SHORTEST && !LITTLE.contains(word))
                .collect(Collectors.toSet());
    }

    /**
     * @return from 0, nothing in common, to 1: the words that both have, of those that the shorter has. A word and the
     *     beginning of it that is typed just now count as one.
     */
    static double of(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) return 0;
        Set<String> common = new HashSet<>();
        for (String word : one) if (other.stream().anyMatch(each -> isLike(word, each))) common.add(word);
        return (double) common.size() / Math.min(one.size(), other.size());
    }

    private static boolean isLike(String word, String other) {
        int shorter = Math.min(word.length(), other.length());
        return word.equals(other) || shorter >= 4 && (word.startsWith(other) || other.startsWith(word));
    }
}
