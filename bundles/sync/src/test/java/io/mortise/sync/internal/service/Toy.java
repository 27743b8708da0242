package io.mortise.sync.internal.service;

import io.mortise.connector.Connection;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.connector.Session;
import io.mortise.connector.Token;
import io.mortise.model.Choice;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import io.mortise.model.Setting;
import io.mortise.model.Standing;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A vendor that exchanges organizations, as many as told, keeps a list of their states, and fails when told. */
final class Toy implements Connector {
    final String product;
    volatile String base = "http://127.0.0.1:1";
    volatile Optional<Fault> atSignIn = Optional.empty();
    /** Which account a tenant's name leads to. */
    volatile UnaryOperator<String> accountOf = tenant -> "";

    volatile Optional<Fault> atLanes = Optional.empty();

    private final Feed[] feeds;

    Toy(String product, Feed... feeds) {
        this.product = product;
        this.feeds = feeds;
    }

    @Override
    public Descriptor descriptor() {
        return Descriptor.of(product, "Toy of " + product, Part.PSA, c -> base)
                .settings(Setting.text("tenant", "Tenant"), Setting.secret("key", "Key"));
    }

    @Override
    public Token signIn(Connection c) throws Fault {
        if (atSignIn.isPresent()) throw atSignIn.get();
        return Token.NONE;
    }

    @Override
    public Session open(Connection c) {
        return new Session() {
            @Override
            public List<Lane> lanes() throws Fault {
                if (atLanes.isPresent()) throw atLanes.get();
                return List.of(Lane.of(Organization.TYPE)
                        .feeds(feeds)
                        .choices(Organization.STATUS, any -> List.of(new Choice("17", "Active"))));
            }

            @Override
            public Standing standing() {
                return Standing.of("", "").account(accountOf.apply(c.setting("tenant")));
            }
        };
    }
}
