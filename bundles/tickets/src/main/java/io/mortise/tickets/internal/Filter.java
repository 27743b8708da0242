package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.api.Refusal;
import io.mortise.api.Slice;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What of the tickets is asked for: the parameters of the list, which views keep, too. */
final class Filter {
    /** In the order in which they are told. */
    static final List<Map.Entry<String, String>> MEANINGS = List.of(
            Map.entry("status", "words of statuses, with commas"),
            Map.entry("queue", "words of queues, with commas"),
            Map.entry("priority", "words of priorities, with commas"),
            Map.entry("type", "words of ticket types, with commas"),
            Map.entry("assignee", "ids of users, with commas; me; none"),
            Map.entry("organization", "ids of organizations, with commas"),
            Map.entry("contact", "ids of contacts, with commas"),
            Map.entry("configuration", "ids of configurations, with commas"),
            Map.entry("location", "ids of locations, with commas"),
            Map.entry("state", "open, closed or all; open: its status isn't one that its list calls closed"),
            Map.entry("q", "words of title, number, description or notes, as somebody types"),
            Map.entry("changedSince", "a moment; only with sort=updated or -updated, the first if not said"),
            Map.entry("openedSince", "a moment"),
            Map.entry("dueBefore", "a moment"));

    private static final Map<String, Field<Choice>> WORDS =
            Map.of("status", Ticket.STATUS, "queue", Ticket.QUEUE, "priority", Ticket.PRIORITY, "type", Ticket.KIND);
    private static final Map<String, Field<Ref>> REFS = Map.of(
            "organization", Ticket.ORGANIZATION,
            "contact", Ticket.CONTACT,
            "configuration", Ticket.CONFIGURATION,
            "location", Ticket.LOCATION);

    private final Lists lists;
    private final Me me;

    Filter(Lists lists, Me me) {
        this.lists = lists;
        this.me = me;
    }

    /** Empty when no ticket can be meant. */
    Optional<Find> of(Caller caller, Function<String, Optional<String>> asked) {
        Find find = Find.all(Ticket.TYPE).without(Ticket.DESCRIPTION);
        for (var word : WORDS.entrySet()) {
            Choice[] any =
                    several(asked.apply(word.getKey())).map(Choice::named).toArray(Choice[]::new);
            if (any.length > 0) find = find.is(word.getValue(), any);
        }
        for (var ref : REFS.entrySet()) {
            Ref[] any = refs(asked, ref.getKey(), ref.getKey()).toArray(Ref[]::new);
            if (any.length > 0) find = find.is(ref.getValue(), any);
        }
        find = moments(find, asked);
        return assigned(caller, find, asked).flatMap(f -> state(caller, f, asked.apply("state")));
    }

    private static Find moments(Find find, Function<String, Optional<String>> asked) {
        Optional<Instant> changed = moment(asked, "changedSince");
        Optional<Instant> opened = moment(asked, "openedSince");
        Optional<Instant> due = moment(asked, "dueBefore");
        if (changed.isPresent()) find = find.from(EntityType.CHANGED_AT, changed.get());
        if (opened.isPresent()) find = find.from(Ticket.OPEN_DATE, opened.get());
        return due.isPresent() ? find.before(Ticket.DUE_DATE, due.get()) : find;
    }

    private Optional<Find> assigned(Caller caller, Find find, Function<String, Optional<String>> asked) {
        List<String> given = several(asked.apply("assignee")).toList();
        if (given.isEmpty()) return Optional.of(find);
        if (given.equals(List.of("none"))) return Optional.of(find.missing(Ticket.ASSIGNEE));
        if (given.contains("none")) throw wrong("assignee", "is either none or somebody: ask for each by itself");
        List<Ref> any = new ArrayList<>();
        for (String one : given) {
            if (one.equals("me")) any.addAll(me.all(caller));
            else any.add(ref("user", one, "assignee"));
        }
        return any.isEmpty() ? Optional.empty() : Optional.of(find.is(Ticket.ASSIGNEE, any.toArray(Ref[]::new)));
    }

    private Optional<Find> state(Caller caller, Find find, Optional<String> asked) {
        return switch (asked.orElse("all")) {
            case "all" -> Optional.of(find);
            case "open" -> among(find, lists.open(caller));
            case "closed" -> among(find, lists.closed(caller));
            default -> throw wrong("state", "is open, closed or all");
        };
    }

    static Optional<Find> among(Find find, Set<Choice> statuses) {
        return statuses.isEmpty()
                ? Optional.empty()
                : Optional.of(find.is(Ticket.STATUS, statuses.toArray(Choice[]::new)));
    }

    private static List<Ref> refs(Function<String, Optional<String>> asked, String name, String type) {
        return several(asked.apply(name)).map(id -> ref(type, id, name)).toList();
    }

    private static Ref ref(String type, String id, String name) {
        if (!Slice.isId(id)) throw wrong(name, "must be ids of Mortise, with commas between them");
        return new Ref(type, id);
    }

    private static Stream<String> several(Optional<String> given) {
        return given.stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct();
    }

    private static Optional<Instant> moment(Function<String, Optional<String>> asked, String name) {
        try {
            return asked.apply(name).map(Instant::parse);
        } catch (DateTimeException e) {
            throw wrong(name, "must be a moment such as 2026-11-21T08:30:00Z");
        }
    }

    static Refusal wrong(String name, String why) {
        return Refusal.invalid("\"" + name + "\" " + why + ".", Map.of(name, why));
    }
}
