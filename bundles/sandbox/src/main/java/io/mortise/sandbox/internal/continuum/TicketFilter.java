package io.mortise.sandbox.internal.continuum;

import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conditions on tickets: those with the same number behind their names hold together, and one such group is enough. */
final class TicketFilter {
    private static final Pattern NAME = Pattern.compile("([A-Za-z]+?)(\\d*)");
    private static final String NOT_IN = "[notIn]";

    private final Store store;

    TicketFilter(Store store) {
        this.store = store;
    }

    Predicate<Row> of(Request request) {
        Map<String, Predicate<Row>> groups = new TreeMap<>();
        request.query().values().forEach((name, value) -> {
            Matcher parts = NAME.matcher(name);
            if (parts.matches() && knows(parts.group(1))) {
                groups.merge(parts.group(2), condition(parts.group(1), value), Predicate::and);
            }
        });
        return groups.values().stream().reduce(Predicate::or).orElse(row -> true);
    }

    private static boolean knows(String name) {
        return name.matches("number|summary|ticketIds|(?:company|site|assignee)Ids|tag(?:Ids|Names)"
                + "|(?:status|priority|source|type|category)(?:Ids|Names)|(?:createdAt|updatedAt|dueDate)(?:From|To)");
    }

    private Predicate<Row> condition(String name, String value) {
        if (name.endsWith("From") || name.endsWith("To")) {
            return time(name, value);
        }
        return switch (name) {
            case "number" -> row -> row.text("number").equals(value.trim());
            case "summary" -> summary(value.toLowerCase(Locale.ROOT));
            default -> list(name, value);
        };
    }

    private static Predicate<Row> summary(String part) {
        return row -> {
            String summary = row.text("summary").toLowerCase(Locale.ROOT);
            return Guesses.SUMMARY_BY_PART ? summary.contains(part) : summary.equals(part);
        };
    }

    /** {@code id1,id2} or {@code [notIn],id1,id2}. */
    private Predicate<Row> list(String name, String value) {
        boolean not = value.startsWith(NOT_IN);
        String[] wanted = (not ? value.substring(NOT_IN.length()).replaceFirst("^,", "") : value).split("\\s*,\\s*");
        if (wanted[0].startsWith("[")) {
            throw new Refusal(400, "Invalid datatype for '" + name + "'");
        }
        boolean names = name.endsWith("Names");
        String field = name.substring(0, name.length() - (names ? 5 : 3));
        Predicate<Row> any = row -> false;
        for (String each : wanted) {
            any = any.or(one(field, each, names));
        }
        return not ? any.negate() : any;
    }

    private Predicate<Row> one(String field, String wanted, boolean byName) {
        if (field.equals("ticket")) {
            return row -> wanted.equals(Guid.of("tickets", row.id()));
        }
        if (field.equals("tag")) {
            return row -> {
                for (var tag : row.get("tags")) {
                    if (wanted.equals(shown("tags", tag.asText(), byName))) {
                        return true;
                    }
                }
                return false;
            };
        }
        String table = table(field);
        return row -> wanted.equals(shown(table, row.text(field), byName));
    }

    private static String table(String field) {
        return field.equals(TicketViews.ASSIGNEE)
                ? "members"
                : TicketViews.NAMED.getOrDefault(field, TicketViews.BARE.get(field));
    }

    private String shown(String table, String id, boolean name) {
        return name ? store.table(table).find(id).map(row -> row.text("name")).orElse("") : Guid.of(table, id);
    }

    private static Predicate<Row> time(String name, String value) {
        boolean from = name.endsWith("From");
        String field = name.replaceFirst("(From|To)$", "");
        Instant border = instant(value, from);
        return row -> {
            Instant time = time(row, field);
            return time != null && (from ? !time.isBefore(border) : !time.isAfter(border));
        };
    }

    private static Instant time(Row row, String field) {
        return switch (field) {
            case "createdAt" -> row.createdAt();
            case "updatedAt" -> row.updatedAt();
            default -> row.text("dueDate").isEmpty() ? null : instant(row.text("dueDate"), true);
        };
    }

    /** A day, a time without an offset, or one with it; a day that ends a span is meant whole. */
    private static Instant instant(String text, boolean from) {
        try {
            if (text.length() == 10) {
                LocalDate day = LocalDate.parse(text);
                return (from ? day.atStartOfDay() : day.atTime(23, 59, 59)).toInstant(ZoneOffset.UTC);
            }
            return text.matches(".*(?:Z|[+ -]\\d\\d:\\d\\d)$")
                    ? OffsetDateTime.parse(text.replace(' ', '+')).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new Refusal(400, "Invalid date '" + text + "'");
        }
    }
}
