package io.mortise.connector.continuum.internal;

import io.mortise.connector.Connection;
import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.connector.Session;
import io.mortise.connector.http.Api;
import io.mortise.model.Configuration;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import io.mortise.model.Right;
import io.mortise.model.Standing;
import java.util.List;
import java.util.Set;

/** One partner's companies, as far as the key's scopes let see. */
final class ContinuumSession implements Session {
    private static final Set<Right> READ =
            Set.of(Right.read(Organization.TYPE), Right.read(Location.TYPE), Right.read(Configuration.TYPE));

    private final Asio asio;
    private final String client;
    private final List<Lane> lanes;

    ContinuumSession(Connection c) {
        asio = new Asio(new Api(c.http(), new AsioDialect(AsioDialect.SIGNED_IN)), ContinuumConnector.base(c));
        client = c.setting("clientId");
        lanes = List.of(new Organizations(asio).lane(), new Locations(asio).lane(), new Configurations(asio).lane());
    }

    @Override
    public List<Lane> lanes() {
        return lanes;
    }

    /** A token is only given if the key has all scopes that were asked for. */
    @Override
    public Standing standing() throws Fault {
        asio.whole(Asio.COMPANIES);
        return Standing.of(client, "API key").may(READ);
    }
}
