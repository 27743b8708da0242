package io.mortise.tickets.internal;

import io.mortise.api.Slice;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that stands at a moment among others, from several sources: newest first, and among those of one moment by id.
 * A part of such a list begins after a place, so that what comes meanwhile moves nothing.
 */
record Placed<T>(Instant at, String id, T what) {
    private static final Pattern PLACE = Pattern.compile("(-?\\d{1,15})~([\\w.-]{1,60})");

    static <T> Slice<T> page(List<Placed<T>> all, Optional<String> after, int limit) {
        Comparator<Placed<T>> order = Comparator.<Placed<T>, Long>comparing(Placed::millis)
                .thenComparing(Placed::id)
                .reversed();
        List<Placed<T>> rest = all.stream()
                .sorted(order)
                .filter(one -> after.isEmpty() || isAfter(one, after.get()))
                .limit(limit + 1L)
                .toList();
        List<Placed<T>> part = rest.subList(0, Math.min(limit, rest.size()));
        Optional<String> next =
                rest.size() > limit ? Optional.of(part.get(limit - 1).place()) : Optional.empty();
        return new Slice<>(part.stream().map(Placed::what).toList(), next);
    }

    private static boolean isAfter(Placed<?> one, String place) {
        Matcher at = PLACE.matcher(place);
        if (!at.matches()) throw Slice.noPlace();
        int order = Long.compare(one.millis(), Long.parseLong(at.group(1)));
        return order < 0 || order == 0 && one.id.compareTo(at.group(2)) < 0;
    }

    private long millis() {
        return at.toEpochMilli();
    }

    private String place() {
        return millis() + "~" + id;
    }
}
