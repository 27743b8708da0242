package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.sandbox.internal.http.BadRequest;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Row;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code filter[...]}: exact and case-sensitive; a name that the resource does not document is silently ignored. */
final class Filters {
    private static final Pattern KEY = Pattern.compile("filter\\[([^\\]]+)\\](?:\\[([^\\]]+)\\])?");
    private static final Set<String> EXCLUDABLE =
            Set.of("id", "name", "organization-type-id", "organization-status-id");

    private final Attributes attributes;

    Filters(Attributes attributes) {
        this.attributes = attributes;
    }

    Predicate<Row> of(Spec spec, Request request) {
        Predicate<Row> all = row -> true;
        for (Map.Entry<String, String> entry : request.query().values().entrySet()) {
            Matcher key = KEY.matcher(entry.getKey());
            if (key.matches()) {
                String name = key.group(1).replace('_', '-');
                String inner = key.group(2) == null ? "" : key.group(2).replace('_', '-');
                all = all.and(filter(spec, request, name, inner, entry.getValue()));
            }
        }
        return all;
    }

    private Predicate<Row> filter(Spec spec, Request request, String name, String inner, String value) {
        if (name.equals("exclude") && spec.type().equals("organizations") && EXCLUDABLE.contains(inner)) {
            return anyOf(spec, inner, value).negate();
        }
        if (!spec.filters().contains(name) || !inner.isEmpty()) {
            return row -> true;
        }
        return switch (name) {
            case "psa-id" -> remote(request, "psa", value);
            case "rmm-id" -> remote(request, "rmm", value);
            case "created-at" -> between(value, Row::createdAt);
            case "updated-at" -> between(value, Row::updatedAt);
            case "primary-email" -> row -> primaryEmail(row).equals(value);
            case "archived", "primary", "important" -> row -> row.flag(name) == truth(value);
            default -> anyOf(spec, name, value);
        };
    }

    private Predicate<Row> anyOf(Spec spec, String name, String value) {
        Set<String> wanted = name.equals("id") || name.endsWith("-id")
                ? Stream.of(value.split(",")).map(String::trim).collect(java.util.stream.Collectors.toSet())
                : Set.of(value);
        return row -> wanted.contains(name.equals("id") ? row.id() : text(spec, row, name));
    }

    private String text(Spec spec, Row row, String name) {
        JsonNode value = attributes.value(spec, row, name, "");
        return value.isNull() ? "" : value.asText();
    }

    /** The remote id counts only together with its integration type. */
    private static Predicate<Row> remote(Request request, String kind, String value) {
        String type = request.query()
                .get("filter[" + kind + "_integration_type]")
                .or(() -> request.query().get("filter[" + kind + "-integration-type]"))
                .orElse("");
        if (type.isEmpty()) {
            return row -> Guesses.REMOTE_ID_WITHOUT_TYPE_IS_IGNORED;
        }
        return row ->
                row.text(kind + "-id").equals(value) && row.text(kind + "-type").equals(type);
    }

    static boolean truth(String value) {
        return value.equals("true") || value.equals("1");
    }

    private static String primaryEmail(Row row) {
        for (JsonNode email : row.get("contact-emails")) {
            if (email.path("primary").asBoolean()) {
                return email.path("value").asText();
            }
        }
        return "";
    }

    private interface TimeOf {
        Instant of(Row row);
    }

    /** {@code start, end}, both inclusive, {@code *} for an open side. */
    private static Predicate<Row> between(String value, TimeOf time) {
        String[] ends = value.split(",", 2);
        if (ends.length != 2) {
            throw new BadRequest("A date range filter is written start_date, end_date");
        }
        Instant from = instant(ends[0].trim(), Instant.MIN);
        Instant to = instant(ends[1].trim(), Instant.MAX);
        return row -> !time.of(row).isBefore(from) && !time.of(row).isAfter(to);
    }

    private static Instant instant(String text, Instant open) {
        if (text.equals("*")) {
            return open;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new BadRequest("No date: " + text, e);
        }
    }
}
