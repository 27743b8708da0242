package io.mortise.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Part of a list. {@code next} asks for the part after it; it stays right while records come and go. */
public record Slice<T>(List<T> items, Optional<String> next) {
    public <R> Slice<R> map(Function<T, R> f) {
        return new Slice<>(items.stream().map(f).toList(), next);
    }
}
