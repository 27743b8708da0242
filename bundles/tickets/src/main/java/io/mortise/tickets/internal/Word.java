package io.mortise.tickets.internal;

import io.mortise.api.Refusal;
import io.mortise.model.Choice;
import java.util.Map;
import java.util.Optional;

/** A word of a list as a request gives it: {@code "Completed"}, or as records have it, {@code {"key": …, "label": …}}. */
final class Word {
    private Word() {}

    static Optional<Choice> of(Optional<Object> given, String field) {
        return given.map(value -> label(value, field))
                .filter(label -> !label.isBlank())
                .map(Choice::named);
    }

    private static String label(Object value, String field) {
        if (value instanceof String text) return text;
        if (value instanceof Map<?, ?> choice && choice.get("label") instanceof String label) return label;
        throw Refusal.invalid(
                field + ": give the word, or an object with its \"label\".",
                Map.of(field, "must be a word or an object with its label"));
    }
}
