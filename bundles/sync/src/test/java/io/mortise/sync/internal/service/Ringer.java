package io.mortise.sync.internal.service;

import io.mortise.connector.Connection;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Page;
import io.mortise.connector.Session;
import io.mortise.model.EntityType;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import io.mortise.model.Setting;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A vendor that calls, and writes the secret itself into a header. Counts how often it is asked for what changed. */
final class Ringer implements Connector {
    final AtomicInteger looks = new AtomicInteger();

    @Override
    public Descriptor descriptor() {
        return Descriptor.of("caller", "The caller", Part.PSA, c -> "http://127.0.0.1:1")
                .settings(
                        Setting.text("tenant", "Tenant"),
                        Setting.secret("hook", "Secret of its calls").optional())
                .hook("hook", "Enter the address.", "Enter the secret.");
    }

    @Override
    public Session open(Connection c) {
        return new Session() {
            @Override
            public List<Lane> lanes() {
                return List.of(Lane.of(Organization.TYPE)
                        .feeds(Feed.sweep(q -> Page.last(List.of())), Feed.changes(q -> changes()))
                        .claims(Lane.Claim.CALLS));
            }

            @Override
            public Set<EntityType> webhook(Request call) throws Fault {
                return read(c, call);
            }
        };
    }

    private Page changes() {
        looks.incrementAndGet();
        return Page.last(List.of(), "now");
    }

    private static Set<EntityType> read(Connection c, Request call) throws Fault {
        if (call.body().length == 0) throw new IllegalStateException("it can't read nothing");
        String secret = c.secret("hook").reveal();
        if (!secret.isEmpty() && !secret.equals(call.headers().get("x-proof")))
            throw Fault.of(Fault.Remedy.ASK_ADMIN, "it isn't signed as it should be");
        return Set.of(Organization.TYPE);
    }
}
