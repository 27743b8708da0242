package io.mortise.sync.internal.remote;

import io.mortise.connector.Connection;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Fault;
import io.mortise.connector.Http;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Session;
import io.mortise.connector.Token;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import io.mortise.model.Secret;
import io.mortise.model.Standing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A product of which a test says what its calls do. */
final class Stub implements Connector {
    /** What a session does when it is asked. */
    interface Does {
        void now(Http http) throws Fault;
    }

    static final Does NOTHING = http -> {};
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    final String base;
    volatile Does fetches = NOTHING;
    volatile Does lists = NOTHING;
    volatile Does stands = NOTHING;
    volatile Does signs = NOTHING;
    final AtomicInteger signed = new AtomicInteger();

    Stub(String base) {
        this.base = base;
    }

    @Override
    public Descriptor descriptor() {
        return Descriptor.of("stub", "The stub", Part.PSA, c -> base)
                .rates(Descriptor.Rate.account(5, Duration.ofHours(1)));
    }

    @Override
    public Token signIn(Connection c) throws Fault {
        signed.incrementAndGet();
        signs.now(c.http());
        return Token.bearer(Secret.of("key"));
    }

    @Override
    public Session open(Connection c) {
        opened.incrementAndGet();
        return new Session() {
            @Override
            public List<Lane> lanes() throws Fault {
                lists.now(c.http());
                return List.of(Lane.of(Organization.TYPE).fetch(id -> {
                    fetches.now(c.http());
                    return Observation.hint(Organization.TYPE, id);
                }));
            }

            @Override
            public Standing standing() throws Fault {
                stands.now(c.http());
                return Standing.of("", "");
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }
}
