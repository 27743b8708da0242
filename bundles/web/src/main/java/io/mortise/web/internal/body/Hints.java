package io.mortise.web.internal.body;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeSet;

/** Words for people who mistyped. */
final class Hints {
    private static final int SIMILAR = 3;

    private Hints() {}

    static String unknown(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= SIMILAR)
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .map(closest -> "there is no such field; did you mean " + closest + "?")
                .orElseGet(() -> "there is no such field; there are " + String.join(", ", new TreeSet<>(known)));
    }

    static String word(Class<?> type) {
        if (type == String.class) return "a text";
        if (type == boolean.class || type == Boolean.class) return "true or false";
        if (type == long.class || type == int.class || type == Long.class || type == Integer.class)
            return "a whole number";
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) return "a number";
        if (Collection.class.isAssignableFrom(type) || type.isArray()) return "a list";
        if (Map.class.isAssignableFrom(type) || type.isRecord()) return "an object";
        return "a " + type.getSimpleName();
    }

    /** How many letters differ (Levenshtein), whatever their case. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
