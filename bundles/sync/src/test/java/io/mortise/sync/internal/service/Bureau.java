package io.mortise.sync.internal.service;

import io.mortise.connector.Connection;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.Session;
import io.mortise.connector.Write;
import io.mortise.model.Choice;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A product with one customer, Acme, whose status is of a list of its own. */
final class Bureau implements Connector {
    final AtomicInteger writes = new AtomicInteger();
    final AtomicInteger readings = new AtomicInteger();
    volatile Choice status;
    private final String id;
    private final Part part;
    private final List<Choice> list;

    Bureau(String id, Part part, Choice status, Choice... list) {
        this.id = id;
        this.part = part;
        this.status = status;
        this.list = List.of(list);
    }

    @Override
    public Descriptor descriptor() {
        return Descriptor.of(id, "The bureau " + id, part, c -> "https://127.0.0.1");
    }

    @Override
    public Session open(Connection c) {
        Lane lane = Lane.of(Organization.TYPE)
                .feeds(Feed.sweep(q -> read()))
                .fetch(key -> acme())
                .update(this::update, Organization.STATUS)
                .choices(Organization.STATUS, any -> list);
        return () -> List.of(lane);
    }

    private Page read() {
        readings.incrementAndGet();
        return Page.last(List.of(acme()));
    }

    private Observation acme() {
        Fields fields = Fields.with()
                .set(Organization.NAME, "Acme")
                .set(Organization.STATUS, status)
                .build();
        return Observation.of(Organization.TYPE, "1", fields);
    }

    private Observation update(Write w) {
        writes.incrementAndGet();
        status = w.fields().get(Organization.STATUS).orElseThrow();
        return acme();
    }
}
