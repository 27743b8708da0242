package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.BadRequest;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Row;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Filters, sort and pages of a list. Names come in any letter case; one that is not known is ignored. */
final class Lists {
    private final Request request;
    private final List<ObjectNode> rows;

    Lists(Request request, List<ObjectNode> rows) {
        this.request = request;
        this.rows = rows;
    }

    private Optional<String> filter(String name) {
        return request.query().anyCase("Filter." + name).filter(text -> !text.isEmpty());
    }

    private Lists keep(Predicate<ObjectNode> predicate) {
        return new Lists(request, rows.stream().filter(predicate).toList());
    }

    /** Text filters find a part, without letter case. */
    Lists containing(String filter, String field) {
        Optional<String> wanted = filter(filter).map(text -> text.toLowerCase(Locale.ROOT));
        return wanted.map(text -> keep(row ->
                        searched(row.path(field)).toLowerCase(Locale.ROOT).contains(text)))
                .orElse(this);
    }

    private static String searched(JsonNode value) {
        return value.isContainerNode() ? value.toString() : value.asText("");
    }

    /** One id or several, separated by commas. */
    Lists anyOf(String filter, String field) {
        return filter(filter)
                .map(text -> Arrays.asList(text.split("\\s*,\\s*")))
                .map(wanted -> keep(row -> wanted.contains(Row.text(row, field))))
                .orElse(this);
    }

    Lists active() {
        Optional<String> wanted = filter("IsActive");
        if (wanted.isEmpty() && !Guesses.LISTS_HIDE_INACTIVE) {
            return this;
        }
        boolean active = Boolean.parseBoolean(wanted.orElse("true"));
        return keep(row -> row.path("isActive").asBoolean() == active);
    }

    Lists flag(String filter, String field) {
        return filter(filter)
                .map(Boolean::parseBoolean)
                .map(wanted -> keep(row -> row.path(field).asBoolean() == wanted))
                .orElse(this);
    }

    /** {@code <field>From} and {@code <field>To}, both inclusive. */
    Lists range(String filter, String field) {
        Instant from = filter(filter + "From").map(Lists::instant).orElse(Instant.MIN);
        Instant to = filter(filter + "To").map(Lists::instant).orElse(Instant.MAX);
        return keep(row -> {
            Instant time = Instant.parse(row.get(field).asText());
            return !time.isBefore(from) && !time.isAfter(to);
        });
    }

    static Instant instant(String text) {
        try {
            if (text.length() == 20 && text.charAt(19) == 'Z') {
                return Instant.parse(text);
            }
            return text.matches(".*(?:Z|[+-]\\d\\d:?\\d\\d)$")
                    ? OffsetDateTime.parse(text.replace(' ', '+')).toInstant()
                    : LocalDateTime.parse(text.length() == 10 ? text + "T00:00:00" : text)
                            .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new BadRequest("The value '" + text + "' is not a valid date", e);
        }
    }

    int total() {
        return rows.size();
    }

    /** The asked page, sorted, without the excluded fields. Page 0 is page 1. */
    JsonNode page() {
        return page(request, sorted(), row -> row);
    }

    /** The same of what is in its order and narrowed down already: no more is made of it than is shown. */
    static <T> JsonNode page(Request request, Stream<T> rows, Function<T, ObjectNode> view) {
        int size = Math.min(Guesses.LARGEST_PAGE, Math.max(1, number(request, "PageSize", Guesses.USUAL_PAGE)));
        long from = (Math.max(1, number(request, "PageNumber", 1)) - 1L) * size;
        List<ObjectNode> page = rows.skip(from).limit(size).map(view).toList();
        List<String> excluded =
                List.of(request.query().anyCase("Exclude").orElse("").split("\\s*,\\s*"));
        page.forEach(row ->
                row.properties().removeIf(entry -> excluded.stream().anyMatch(entry.getKey()::equalsIgnoreCase)));
        return io.mortise.sandbox.internal.state.Json.array(page.stream());
    }

    private static int number(Request request, String name, int otherwise) {
        String text = request.query().anyCase(name).orElse("");
        try {
            return text.isEmpty() ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new BadRequest("The value '" + text + "' is not valid for " + name, e);
        }
    }

    /** What is compared is made once for each, however often it is compared. */
    private Stream<ObjectNode> sorted() {
        String[] sort = request.query().anyCase("Sort").orElse("").trim().split("\\s+");
        String field = rows.isEmpty() || sort[0].isEmpty() ? "" : fieldNamed(sort[0]);
        if (field.isEmpty()) {
            return rows.stream();
        }
        Comparator<Sorted> by = Comparator.comparing(Sorted::key);
        return rows.stream()
                .map(row -> new Sorted(sortKey(row.get(field)), row))
                .sorted(sort.length > 1 && sort[1].equalsIgnoreCase("desc") ? by.reversed() : by)
                .map(Sorted::row);
    }

    private record Sorted(String key, ObjectNode row) {}

    private String fieldNamed(String name) {
        return rows.get(0).properties().stream()
                .map(java.util.Map.Entry::getKey)
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse("");
    }

    static String sortKey(JsonNode value) {
        if (value.isNumber()) {
            return String.format("%020d", value.asLong());
        }
        return value.isNull() ? "" : value.asText().toLowerCase(Locale.ROOT);
    }
}
