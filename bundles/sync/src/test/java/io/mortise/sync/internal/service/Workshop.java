package io.mortise.sync.internal.service;

import io.mortise.connector.Connection;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.Session;
import io.mortise.connector.Write;
import io.mortise.model.Attachment;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import io.mortise.model.RichText;
import io.mortise.model.Ticket;
import io.mortise.model.TicketNote;
import io.mortise.model.TimeLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A service desk with one ticket that takes notes and time, can be away, and keeps the order of what it is given. */
final class Workshop implements Connector {
    private final Map<String, Observation> below = new LinkedHashMap<>();
    private Fields ticket = Fields.with()
            .set(Ticket.TITLE, "Printer")
            .set(Ticket.DESCRIPTION, new RichText("<p>It hums</p>"))
            .set(Ticket.ORGANIZATION, Ref.to(Organization.TYPE, "o"))
            .build();
    final List<String> got = new ArrayList<>();
    boolean away;
    /** It takes no time without a kind of work of its list. */
    boolean needsKind;
    /** People put files on its ticket. */
    boolean takesFiles;
    /** What it says of each time log. */
    Optional<Fault> ofTime = Optional.empty();

    @Override
    public Descriptor descriptor() {
        return Descriptor.of("workshop", "The workshop", Part.PSA, c -> "https://127.0.0.1");
    }

    @Override
    public Session open(Connection c) {
        return () ->
                takesFiles ? Stream.concat(lanes().stream(), Stream.of(files())).toList() : lanes();
    }

    private static Lane files() {
        return Lane.of(Attachment.TYPE)
                .feeds(Feed.under(Ticket.TYPE, q -> Page.last(List.of())))
                .upload(
                        write -> {
                            throw Fault.of(Fault.Remedy.REPORT, "the engine itself sends no files");
                        },
                        Ticket.TYPE);
    }

    private List<Lane> lanes() {
        return List.of(
                Lane.of(Organization.TYPE)
                        .feeds(Feed.sweep(q -> Page.last(List.of(
                                Observation.of(Organization.TYPE, "o", Fields.of(Organization.NAME, "Acme")))))),
                Lane.of(Ticket.TYPE)
                        .feeds(Feed.sweep(q -> Page.last(List.of(there(ticket())))))
                        .fetch(id -> there(ticket()))
                        .update(this::update, Ticket.TITLE, Ticket.DESCRIPTION),
                child(TicketNote.TYPE, TicketNote.TICKET, TicketNote.DETAILS),
                needsKind ? kinds(times()) : times());
    }

    private Lane times() {
        return child(TimeLog.TYPE, TimeLog.TICKET, TimeLog.NOTES, TimeLog.WORK_TYPE);
    }

    private static Lane kinds(Lane times) {
        return times.needs(TimeLog.WORK_TYPE).choices(TimeLog.WORK_TYPE, any -> List.of());
    }

    private Lane child(EntityType type, Field<Ref> parent, Field<?> text, Field<?>... more) {
        List<Field<?>> all = new ArrayList<>(List.of(parent, text));
        all.addAll(List.of(more));
        return Lane.of(type)
                .feeds(Feed.under(Ticket.TYPE, q -> Page.last(there(of(type)))))
                .fetch(id -> there(below.get(id)))
                .find(like -> there(of(type)), text)
                .create(write -> create(type, text, write), all.toArray(Field<?>[]::new));
    }

    private List<Observation> of(EntityType type) {
        return below.values().stream()
                .filter(seen -> seen.ref().type().equals(type.name()))
                .toList();
    }

    private <T> T there(T answer) throws Fault {
        if (away) throw Fault.of(Fault.Remedy.RETRY, "nobody answers");
        return answer;
    }

    private Observation ticket() {
        return Observation.of(Ticket.TYPE, "t", ticket);
    }

    private Observation update(Write write) throws Fault {
        there(write);
        for (Field<?> field : List.of(Ticket.TITLE, Ticket.DESCRIPTION))
            if (write.fields().mentions(field)) {
                ticket = ticket.overlaid(write.fields());
                got.add(String.valueOf(write.fields().get(field).orElse(null)));
            }
        return ticket();
    }

    private Observation create(EntityType type, Field<?> text, Write write) throws Fault {
        there(write);
        if (type.equals(TimeLog.TYPE) && ofTime.isPresent()) throw ofTime.get();
        String id = type.name() + below.size();
        got.add(String.valueOf(write.fields().get(text).orElseThrow()));
        below.put(id, Observation.of(type, id, write.fields()));
        return below.get(id);
    }
}
