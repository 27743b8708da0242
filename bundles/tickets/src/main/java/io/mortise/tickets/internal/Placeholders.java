package io.mortise.tickets.internal;

import io.mortise.api.Refusal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places in a macro that are filled in for one ticket: {@code {{contact.firstName}}}. Pure. */
final class Placeholders {
    /** By name, what stands there. */
    static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("ticket.number", "number"),
            Map.entry("ticket.title", "title"),
            Map.entry("ticket.status", "status"),
            Map.entry("ticket.priority", "priority"),
            Map.entry("ticket.queue", "queue"),
            Map.entry("contact.firstName", "first name of the contact"),
            Map.entry("contact.lastName", "last name of the contact"),
            Map.entry("contact.name", "name of the contact"),
            Map.entry("contact.email", "mailbox of the contact"),
            Map.entry("organization.name", "name of the customer"),
            Map.entry("location.name", "name of the place"),
            Map.entry("configuration.name", "name of the machine"),
            Map.entry("assignee.name", "who looks after it"),
            Map.entry("me.name", "your name"),
            Map.entry("me.email", "your mailbox"),
            Map.entry("today", "today's date"),
            Map.entry("now", "date and time"));

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    private Placeholders() {}

    /** @throws Refusal INVALID if one isn't known, with those that are */
    static void check(String text) {
        Set<String> unknown = new TreeSet<>();
        PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !KNOWN.containsKey(name))
                .forEach(unknown::add);
        if (unknown.isEmpty()) return;
        String known = String.join(", ", new TreeSet<>(KNOWN.keySet()));
        throw Refusal.invalid(
                "There is no placeholder {{" + String.join("}}, {{", unknown) + "}}. There are: " + known + ".",
                Map.of("text", "has unknown placeholders: " + String.join(", ", unknown) + "; there are: " + known));
    }

    /** @param value of a known one, as plain text */
    static String filled(String text, Function<String, String> value) {
        return PLACE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(one(found, value)));
    }

    private static String one(MatchResult found, Function<String, String> value) {
        String name = found.group(1);
        return KNOWN.containsKey(name) ? Html.escaped(value.apply(name)) : found.group();
    }
}
