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
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import io.mortise.model.RichText;
import io.mortise.model.Ticket;
import io.mortise.model.TicketNote;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A service desk with one customer: tickets in a list, notes only below their ticket. */
final class Desk implements Connector {
    final Map<String, String> tickets = new TreeMap<>();
    final Map<String, Map<String, String>> notes = new LinkedHashMap<>();
    final List<String> asked = new ArrayList<>();
    /** The list of notes doesn't tell its length. */
    boolean unsure;
    /** Nor does a note move its ticket. */
    boolean quiet;
    /** An older version of its connector: knows of no notes. */
    boolean shallow;
    /** The next answers with notes are cut to these many. */
    final Deque<Integer> cuts = new ArrayDeque<>();

    @Override
    public Descriptor descriptor() {
        return Descriptor.of("desk", "The desk", Part.PSA, c -> "https://127.0.0.1");
    }

    @Override
    public Session open(Connection c) {
        return () -> lanes().subList(0, shallow ? 2 : 3);
    }

    private List<Lane> lanes() {
        return List.of(
                Lane.of(Organization.TYPE)
                        .feeds(Feed.sweep(q -> Page.last(List.of(
                                Observation.of(Organization.TYPE, "o", Fields.of(Organization.NAME, "Acme")))))),
                Lane.of(Ticket.TYPE)
                        .feeds(Feed.sweep(q -> Page.last(all(tickets, this::ticket))))
                        .fetch(this::whole)
                        .alone(Ticket.RMM_TYPE),
                Lane.of(TicketNote.TYPE).feeds(notes()).fetch(this::fetch));
    }

    private Observation whole(String id) throws Fault {
        String title = tickets.get(id);
        if (title == null) throw Fault.of(Fault.Remedy.FORGET, "there is no such ticket");
        return Observation.of(
                Ticket.TYPE,
                id,
                ticket(id, title).fields().but().set(Ticket.RMM_TYPE, "vsa").build());
    }

    private Feed notes() {
        Feed notes = Feed.under(Ticket.TYPE, this::below);
        notes = unsure ? notes.unsure() : notes;
        return quiet ? notes.quiet() : notes;
    }

    private Page below(Feed.Query q) {
        String ticket = q.parent().map(Ref::id).orElseThrow();
        asked.add(ticket);
        List<Observation> all = all(notes.getOrDefault(ticket, Map.of()), (id, text) -> note(ticket, id, text));
        return Page.last(cuts.isEmpty() ? all : all.subList(0, Math.min(all.size(), cuts.pop())));
    }

    private Observation fetch(String id) throws Fault {
        String[] parts = id.split("/", 2);
        String text = notes.getOrDefault(parts[0], Map.of()).get(parts[1]);
        if (text == null) throw Fault.of(Fault.Remedy.FORGET, "there is no such note");
        return note(parts[0], parts[1], text);
    }

    private interface Shown {
        Observation of(String id, String text);
    }

    private static List<Observation> all(Map<String, String> rows, Shown shown) {
        List<Observation> all = new ArrayList<>();
        rows.forEach((id, text) -> all.add(shown.of(id, text)));
        return all;
    }

    private Observation ticket(String id, String title) {
        return seen(
                Ticket.TYPE,
                id,
                Fields.with().set(Ticket.TITLE, title).set(Ticket.ORGANIZATION, Ref.to(Organization.TYPE, "o")));
    }

    private Observation note(String ticket, String id, String text) {
        return seen(
                TicketNote.TYPE,
                ticket + "/" + id,
                Fields.with()
                        .set(TicketNote.DETAILS, new RichText("<p>" + text + "</p>"))
                        .set(TicketNote.TICKET, Ref.to(Ticket.TYPE, ticket)));
    }

    private static Observation seen(EntityType type, String id, Fields.Builder fields) {
        return Observation.of(type, id, fields.build());
    }
}
