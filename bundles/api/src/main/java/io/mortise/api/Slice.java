package io.mortise.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Part of a list. {@code next} asks for the part after it; it stays right while records come and go. */
public record Slice<T>(List<T> items, Optional<String> next) {
    private static final String LARGEST_ID = Long.toString(Long.MAX_VALUE);

    public <R> Slice<R> map(Function<T, R> f) {
        return new Slice<>(items.stream().map(f).toList(), next);
    }

    /**
     * Where a list goes on whose {@code next} is the id of its last item.
     *
     * @throws Refusal INVALID when no record, run or question can have such an id
     */
    public static Optional<String> afterId(Optional<String> after) {
        if (after.isPresent() && !isId(after.get())) throw noPlace();
        return after;
    }

    /** What is said to somebody whose {@code after} isn't a {@code next} that was given out. */
    public static Refusal noPlace() {
        return Refusal.invalid(
                "\"after\" must be exactly what an earlier answer gave as \"next\"; leave it out for the start.",
                Map.of("after", "isn't a place in this list"));
    }

    /** Whether it can be an id of ours: a positive number of 63 bits, as plain decimal text. */
    public static boolean isId(String text) {
        return text.matches("[1-9]\\d{0,18}") && (text.length() < 19 || text.compareTo(LARGEST_ID) <= 0);
    }
}
