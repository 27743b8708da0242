package io.mortise.tickets.internal;

import io.mortise.api.Journal.Entry;
import io.mortise.model.Choice;
import io.mortise.model.Entity;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Labelled;
import io.mortise.model.Policy;
import io.mortise.model.Ref;
import io.mortise.model.RichText;
import io.mortise.model.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Entries of a ticket's journal as lines of its activities. What systems count by themselves is no activity. */
final class Changed {
    private static final int LONGEST = 300;
    private final Entity ticket;
    private final Map<Ref, String> names;

    /** @param names of the records that the entries refer to */
    Changed(Entity ticket, Map<Ref, String> names) {
        this.ticket = ticket;
        this.names = names;
    }

    /** Records that an entry names. */
    static List<Ref> refs(Entry entry) {
        List<Ref> refs = new ArrayList<>();
        for (Field<?> field : Ticket.TYPE.fields())
            for (Fields fields : List.of(entry.before(), entry.after()))
                fields.get(field).ifPresent(value -> add(refs, value));
        return refs;
    }

    private static void add(List<Ref> refs, Object value) {
        if (value instanceof Ref ref) refs.add(ref);
        if (value instanceof Collection<?> all) all.forEach(each -> add(refs, each));
    }

    /** @param place of the entry among those of its moment */
    List<Activity> of(Entry entry, String place) {
        List<Activity> lines = new ArrayList<>();
        if (entry.event().equals("created")) return List.of(created(entry, place));
        boolean takenIn = entry.after().get(Ticket.TITLE).isPresent()
                && entry.before().get(Ticket.TITLE).isEmpty();
        if (takenIn) return List.of(); // no change, but all that it began with
        if (entry.after().mentions(Ticket.STATUS)) lines.add(status(entry, place));
        List<Field<?>> others = Ticket.TYPE.fields().stream()
                .filter(field -> entry.after().mentions(field) && !field.equals(Ticket.STATUS))
                .filter(field -> field.policy().rule() != Policy.Rule.DERIVED && !field.isViewOnly())
                .collect(Collectors.toList());
        if (!others.isEmpty()) lines.add(change(entry, place, others));
        boolean told = entry.after().names().isEmpty() && !entry.text().isBlank();
        if (told) lines.add(system(entry, place, entry.text()));
        return lines;
    }

    private Activity status(Entry entry, String place) {
        String was = text(Ticket.STATUS, entry.before());
        String is = text(Ticket.STATUS, entry.after());
        String title = was.isEmpty() ? "Status: " + is : "Status: " + was + " → " + is;
        return line(entry, "s" + place, "status", title, List.of(Ticket.STATUS));
    }

    private Activity change(Entry entry, String place, List<Field<?>> fields) {
        String names = fields.stream().map(Field::label).collect(Collectors.joining(", "));
        return line(entry, "c" + place, "change", names + " changed", fields);
    }

    /** One that came from a system was made there, before it came here. */
    private Activity created(Entry entry, String place) {
        Optional<Instant> opened = ticket.get(Ticket.OPEN_DATE).filter(there -> there.isBefore(entry.at()));
        String by = entry.by().isEmpty() ? ticket.get(Ticket.CREATED_BY).orElse("") : entry.by();
        return system(entry, opened.orElse(entry.at()), by, place, "Ticket created");
    }

    private static Activity system(Entry entry, String place, String title) {
        return system(entry, entry.at(), entry.by(), place, title);
    }

    private static Activity system(Entry entry, Instant at, String by, String place, String title) {
        return new Activity(
                "j" + place,
                at,
                "system",
                by,
                entry.source(),
                false,
                title,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private Activity line(Entry entry, String id, String type, String title, List<? extends Field<?>> fields) {
        Map<String, String> before = new LinkedHashMap<>();
        Map<String, String> after = new LinkedHashMap<>();
        for (Field<?> field : fields) {
            before.put(field.name(), text(field, entry.before()));
            after.put(field.name(), text(field, entry.after()));
        }
        return new Activity(
                id,
                entry.at(),
                type,
                entry.by(),
                entry.source(),
                false,
                title,
                Optional.empty(),
                told(entry),
                before,
                after,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    /** Which rule decided is for admins; that a system refused is for everybody. */
    private static Optional<String> told(Entry entry) {
        boolean usual = entry.event().equals("changed") || entry.event().equals("edited");
        return usual || entry.text().isBlank() ? Optional.empty() : Optional.of(entry.text());
    }

    private String text(Field<?> field, Fields fields) {
        return fields.get(field).map(this::text).map(Changed::cut).orElse("");
    }

    private String text(Object value) {
        if (value instanceof Choice choice) return choice.label();
        if (value instanceof Ref ref) return names.getOrDefault(ref, "a " + ref.type());
        if (value instanceof RichText rich) return Html.text(rich.html());
        if (value instanceof Labelled labelled) return labelled.value();
        if (value instanceof Boolean flag) return flag ? "yes" : "no";
        if (value instanceof Collection<?> all)
            return all.stream().map(this::text).collect(Collectors.joining(", "));
        return value.toString();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
