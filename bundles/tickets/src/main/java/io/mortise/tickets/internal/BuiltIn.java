package io.mortise.tickets.internal;

import io.mortise.api.Records.Option;
import io.mortise.model.Choice;
import io.mortise.model.Field;
import io.mortise.model.Ticket;
import io.mortise.model.TicketNote;
import io.mortise.model.TimeLog;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The lists of a desk without a PSA, whose own they are otherwise. */
final class BuiltIn {
    private static final Map<String, List<Option>> LISTS = Map.of(
            Ticket.STATUS.list().orElseThrow(),
            List.of(
                    option("New", "#2563eb", true, false),
                    option("In Progress", "#7c3aed", false, false),
                    option("Waiting Customer", "#b45309", false, false),
                    option("On Hold", "#6b7280", false, false),
                    option("Completed", "#15803d", false, true)),
            Ticket.PRIORITY.list().orElseThrow(),
            List.of(
                    option("Critical", "#b91c1c", false, false),
                    option("High", "#c2410c", false, false),
                    option("Medium", "#2563eb", true, false),
                    option("Low", "#6b7280", false, false)),
            Ticket.KIND.list().orElseThrow(),
            plain("Service Request", "Incident", "Problem", "Alert"),
            Ticket.QUEUE.list().orElseThrow(),
            plain("Service Desk"),
            Ticket.SOURCE.list().orElseThrow(),
            plain("Phone", "Email", "Portal", "Onsite"),
            TicketNote.KIND.list().orElseThrow(),
            plain("Work Note", "Email", "Phone Call"),
            TimeLog.WORK_TYPE.list().orElseThrow(),
            plain("Remote Work", "Onsite Work", "Travel"));

    private BuiltIn() {}

    static List<Option> of(Field<Choice> field) {
        return field.list().map(list -> LISTS.getOrDefault(list, List.of())).orElse(List.of());
    }

    private static Option option(String label, String color, boolean isDefault, boolean closed) {
        return new Option(Choice.named(label), color, "#ffffff", isDefault, closed);
    }

    /** The first one is usual. */
    private static List<Option> plain(String first, String... more) {
        Option usual = new Option(Choice.named(first), "", "", true, false);
        Stream<Option> others = Stream.of(more).map(label -> new Option(Choice.named(label), "", "", false, false));
        return Stream.concat(Stream.of(usual), others).toList();
    }
}
