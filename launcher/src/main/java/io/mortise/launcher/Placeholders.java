package io.mortise.launcher;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in {@code ${name}} and, for numbers, {@code ${name+1}}. */
final class Placeholders {
    private static final Pattern FORM = Pattern.compile("\\$\\{([\\w.]+)(?:\\+(\\d{1,5}))?}");

    private final Map<String, String> values;

    Placeholders(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** @throws IllegalArgumentException naming a placeholder that nothing fills */
    String fill(String text) {
        return FORM.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found)));
    }

    private String value(MatchResult found) {
        String value = Optional.ofNullable(values.get(found.group(1)))
                .orElseThrow(() -> new IllegalArgumentException("Nothing fills " + found.group()));
        return found.group(2) == null
                ? value
                : String.valueOf(Integer.parseInt(value) + Integer.parseInt(found.group(2)));
    }
}
