package io.mortise.connector.continuum.internal;

import io.mortise.connector.Connection;
import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.connector.Session;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.model.Configuration;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import io.mortise.model.Right;
import io.mortise.model.Standing;
import java.util.List;
import java.util.Optional;
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

    /** Each of the three needs a scope of its own; whether a token is given without all of them isn't documented. */
    @Override
    public Standing standing() throws Fault {
        List<Json> companies = asio.whole(Asio.COMPANIES);
        asio.whole(Asio.SITES);
        Optional<String> first = companies.stream()
                .flatMap(company -> Ids.read(company.at("id")).stream())
                .findFirst();
        if (first.isPresent()) asio.endpoints(Resources.companies(List.of(first.get())), 1, 0);
        return Standing.of(client, "API key").may(READ);
    }
}
