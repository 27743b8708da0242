package io.mortise.tickets.internal;

import io.mortise.api.Records.Option;
import io.mortise.api.Slice;
import java.util.List;
import java.util.Optional;

/**
 * What a field can be.
 *
 * @param color as CSS writes it, "" if there is none; {@code foreColor} of letters on it
 * @param fits of how many of the tickets that were asked about it is a legal one
 */
public record OptionShown(
        String key,
        String label,
        String color,
        String foreColor,
        boolean isDefault,
        boolean closed,
        Optional<Integer> fits) {
    static Slice<OptionShown> all(List<Option> options) {
        return new Slice<>(options.stream().map(OptionShown::of).toList(), Optional.empty());
    }

    private static OptionShown of(Option option) {
        return of(option, Optional.empty());
    }

    static OptionShown of(Option option, int fits) {
        return of(option, Optional.of(fits));
    }

    private static OptionShown of(Option option, Optional<Integer> fits) {
        return new OptionShown(
                option.choice().key(),
                option.choice().label(),
                option.color(),
                option.foreColor(),
                option.isDefault(),
                option.closed(),
                fits);
    }
}
