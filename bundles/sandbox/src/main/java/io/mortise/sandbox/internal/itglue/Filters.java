package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
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
    private final RemoteFilter remote;
    private final Store store;

    Filters(Attributes attributes, Store store) {
        this.attributes = attributes;
        this.remote = new RemoteFilter(store);
        this.store = store;
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
        if (name.equals("range")) {
            return spec.filters().contains(inner) ? Ranges.of(inner, value) : row -> true;
        }
        if (name.equals("document-folder-id") && spec.type().equals("documents")) {
            return folder(inner, value);
        }
        if (!spec.filters().contains(name) || !inner.isEmpty()) {
            return row -> true;
        }
        return switch (name) {
            case "psa-id" -> remote.of(request, "psa", value);
            case "rmm-id" -> remote.of(request, "rmm", value);
            case "date" -> Ranges.ofWeek(value);
            case "group-id" -> ofGroup(value);
            case "created-at" -> Ranges.between(value, Row::createdAt);
            case "updated-at" -> Ranges.between(value, Row::updatedAt);
            case "primary-email" -> row -> primaryEmail(row).equals(value);
            default ->
                Values.BOOLEANS.contains(name) ? row -> row.flag(name) == truth(value) : anyOf(spec, name, value);
        };
    }

    /** Documents know one operator: {@code [ne]=null} finds what lies in any folder. */
    private static Predicate<Row> folder(String operator, String value) {
        String wanted = value.equals("null") ? "" : value;
        Predicate<Row> same = row -> row.text("document-folder-id").equals(wanted);
        return operator.equals("ne") ? same.negate() : same;
    }

    /** The organizations that a group of users was given. */
    private Predicate<Row> ofGroup(String id) {
        Set<String> organizations = store.table("groups")
                .find(id)
                .map(group -> Reach.texts(group.get("organization-access")))
                .orElse(Set.of());
        return row -> organizations.contains(row.id());
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
}
