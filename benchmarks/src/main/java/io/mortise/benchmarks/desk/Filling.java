package io.mortise.benchmarks.desk;

import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import io.mortise.model.TicketNote;
import io.mortise.model.User;
import io.mortise.store.Entry;
import io.mortise.store.Json;
import io.mortise.store.Origin;
import io.mortise.store.Row;
import io.mortise.store.Rows;
import io.mortise.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Writes all cases into a store: each record with its line in the journal, as if people had made it here. */
final class Filling {
    private static final int PART = 1_000;
    private static final Instant BEGUN = Instant.parse("2024-10-01T06:00:00Z");

    private final Store store;
    private final Json json = new Json();
    private final Rows rows = new Rows(json);
    private final List<Row> waiting = new ArrayList<>();
    private final List<Entry> told = new ArrayList<>();

    Filling(Store store) {
        this.store = store;
    }

    OurCases people(Cases cases) {
        List<Ref> organizations = all(Organization.TYPE, Cases.ORGANIZATIONS, OurCases::organization);
        List<Ref> staff = all(User.TYPE, Cases.STAFF, OurCases::staff);
        List<Ref> contacts = all(Contact.TYPE, cases.contacts(), number -> OurCases.contact(number, organizations));
        return new OurCases(organizations, contacts, staff);
    }

    private List<Ref> all(EntityType type, int count, IntFunction<Fields> fields) {
        List<Ref> all = new ArrayList<>();
        for (int number = 0; number < count; number++) all.add(put(type, fields.apply(number), BEGUN));
        write();
        return all;
    }

    /** @return one of each so many, so that there are no more than {@code most} */
    List<Known> tickets(Cases cases, OurCases ours, int most) {
        int each = Math.max(1, cases.count() / most);
        List<Known> known = new ArrayList<>();
        for (int number = 0; number < cases.count(); number++) {
            Case one = cases.at(number);
            Ref ticket = put(Ticket.TYPE, ours.kept(one), one.opened());
            for (int i = 0; i < one.notes().size(); i++)
                put(TicketNote.TYPE, OurCases.note(ticket, one, i), one.opened().plus(Duration.ofHours(i + 1)));
            if (number % each == 0) known.add(new Known(ticket.id(), one));
        }
        write();
        return known;
    }

    private Ref put(EntityType type, Fields fields, Instant at) {
        Ref ref = new Ref(type.name(), store.newId());
        Map<String, Origin> origins = new TreeMap<>();
        Origin here = new Origin(Origin.HERE, at.toEpochMilli(), at.toEpochMilli(), "Ann");
        fields.names().forEach(field -> origins.put(field, here));
        waiting.add(rows.first(type, ref, new Rows.Content(fields, origins, Map.of()), at));
        String after = json.write(fields.plain(type));
        told.add(new Entry(store.newId(), at, ref, "created", "{}", after, Origin.HERE, "Ann", "Created here"));
        if (waiting.size() >= PART) write();
        return ref;
    }

    private void write() {
        store.<Void>write(w -> {
            w.insert(waiting);
            w.tell(told);
            return null;
        });
        waiting.clear();
        told.clear();
    }
}
