package io.mortise.tickets.internal;

import io.mortise.api.Find;
import io.mortise.model.Entity;
import io.mortise.model.Ticket;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a ticket is one that was asked for, where it isn't the store that says so: it was found by a note. Pure. */
final class Told {
    private Told() {}

    /** All conditions but the words. */
    static boolean holds(Find find, Entity ticket) {
        return ticket.isActive() && find.where().stream().allMatch(condition -> holds(condition, ticket));
    }

    private static boolean holds(Find.Condition condition, Entity ticket) {
        Optional<?> value = ticket.get(condition.field());
        return switch (condition.test()) {
            case MISSING -> value.isEmpty();
            case IS ->
                condition.values().stream()
                        .anyMatch(wanted -> value.isPresent()
                                && wanted.get(condition.field()).equals(value));
            case FROM -> value.isPresent() && compared(condition, value.get()) >= 0;
            case BEFORE -> value.isPresent() && compared(condition, value.get()) < 0;
        };
    }

    @SuppressWarnings("unchecked") // both are values of one field, and such a condition takes what can be compared
    private static int compared(Find.Condition condition, Object value) {
        Object limit = condition.values().get(0).get(condition.field()).orElseThrow();
        return ((Comparable<Object>) value).compareTo(limit);
    }

    /** Whether the store finds it by these words itself: each begins a word of it. */
    static boolean says(Entity ticket, String words) {
        Set<String> told = new HashSet<>();
        ticket.fields().plain(Ticket.TYPE).values().forEach(value -> add(told, value));
        return split(words).allMatch(word -> told.stream().anyMatch(each -> each.startsWith(word)));
    }

    private static void add(Set<String> told, Object value) {
        if (value instanceof Collection<?> several) several.forEach(each -> add(told, each));
        else if (value instanceof Map<?, ?> map) labels(map).forEach(text -> add(told, text));
        else if (value instanceof String || value instanceof Number)
            split(value.toString().replaceAll("<[^>]*>", " ")).forEach(told::add);
    }

    private static List<String> labels(Map<?, ?> map) {
        return Stream.of(map.get("label"), map.get("value"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private static Stream<String> split(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).strip().split("[\\s,;]+"))
                .filter(word -> !word.isEmpty());
    }
}
