package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Filters, sort and page of stored rows; only the rows of the page are made into answers. */
record Selection(Criteria criteria, Predicate<Row> wanted) {

    static Selection of(Criteria criteria) {
        return new Selection(criteria, row -> true);
    }

    Selection keep(Predicate<Row> predicate) {
        return new Selection(criteria, wanted.and(predicate));
    }

    /** Text filters find a part, without letter case. */
    Selection containing(String filter, Function<Row, String> text) {
        return criteria.filter(filter)
                .map(asked -> asked.toLowerCase(Locale.ROOT))
                .map(asked ->
                        keep(row -> text.apply(row).toLowerCase(Locale.ROOT).contains(asked)))
                .orElse(this);
    }

    /** One of several values, separated by commas, equal but for letter case. */
    Selection anyOf(String filter, Function<Row, String> text) {
        return criteria.filter(filter)
                .map(asked -> Arrays.asList(asked.toLowerCase(Locale.ROOT).split("\\s*,\\s*")))
                .map(asked -> keep(row -> asked.contains(text.apply(row).trim().toLowerCase(Locale.ROOT))))
                .orElse(this);
    }

    Selection ids(String filter, String field) {
        return anyOf(filter, row -> row.text(field));
    }

    Selection flag(String filter, String field) {
        Optional<String> asked = criteria.filter(filter);
        boolean yes = criteria.says(filter);
        return asked.isPresent() ? keep(row -> row.flag(field) == yes) : this;
    }

    /** {@code <filter>From} and {@code <filter>To}, both inclusive; a row without the time is in no range. */
    Selection range(String filter, Function<Row, String> time) {
        Optional<Instant> from = criteria.filter(filter + "From").map(Lists::instant);
        Optional<Instant> to = criteria.filter(filter + "To").map(Lists::instant);
        if (from.isEmpty() && to.isEmpty()) {
            return this;
        }
        return keep(row -> {
            String text = time.apply(row);
            Instant at = text.isEmpty() ? null : Lists.instant(text);
            return at != null && !at.isBefore(from.orElse(Instant.MIN)) && !at.isAfter(to.orElse(Instant.MAX));
        });
    }

    /** The same for the times that every row has. */
    Selection moved(String filter, Function<Row, Instant> time) {
        Optional<Instant> from = criteria.filter(filter + "From").map(Lists::instant);
        Optional<Instant> to = criteria.filter(filter + "To").map(Lists::instant);
        return keep(row -> from.map(at -> !time.apply(row).isBefore(at)).orElse(true)
                && to.map(at -> !time.apply(row).isAfter(at)).orElse(true));
    }

    Response list(Stream<Row> rows, Sheet sheet) {
        return Envelope.list(page(rows.filter(wanted).toList(), sheet));
    }

    Response page(Stream<Row> rows, Sheet sheet) {
        List<Row> kept = rows.filter(wanted).toList();
        return Envelope.page(page(kept, sheet), kept.size());
    }

    /** Page 0 is page 1. */
    private JsonNode page(List<Row> rows, Sheet sheet) {
        int size = Math.min(Guesses.LARGEST_PAGE, Math.max(1, criteria.number("PageSize", Guesses.USUAL_PAGE)));
        long from = (Math.max(1, criteria.number("PageNumber", 1)) - 1L) * size;
        List<String> excluded = List.of(criteria.setting("Exclude").split("\\s*,\\s*"));
        return Json.array(ordered(rows, sheet).skip(from).limit(size).map(row -> {
            ObjectNode view = sheet.of(row);
            view.properties().removeIf(entry -> excluded.stream().anyMatch(entry.getKey()::equalsIgnoreCase));
            return view;
        }));
    }

    private Stream<Row> ordered(List<Row> rows, Sheet sheet) {
        String[] sort = criteria.setting("Sort").split("\\s+");
        Optional<String> field = sheet.named(sort[0]);
        if (field.isEmpty()) {
            return rows.stream();
        }
        record Keyed(String key, Row row) {}
        Comparator<Keyed> by = Comparator.comparing(Keyed::key);
        boolean down = sort.length > 1 && sort[1].equalsIgnoreCase("desc");
        return rows.stream()
                .map(row -> new Keyed(Lists.sortKey(sheet.value(row, field.get())), row))
                .sorted(down ? by.reversed() : by)
                .map(Keyed::row);
    }
}
