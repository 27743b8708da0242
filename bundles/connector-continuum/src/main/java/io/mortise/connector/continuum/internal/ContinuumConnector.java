package io.mortise.connector.continuum.internal;

import io.mortise.connector.Connection;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Descriptor.Rate;
import io.mortise.connector.Fault;
import io.mortise.connector.Session;
import io.mortise.connector.Token;
import io.mortise.connector.http.Addresses;
import io.mortise.model.Choice;
import io.mortise.model.Part;
import io.mortise.model.Setting;
import java.time.Duration;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** ConnectWise RMM on the Asio platform, which was Continuum: companies, sites and endpoints, read only. */
@Component
public final class ContinuumConnector implements Connector {
    private static final Map<String, String> HOSTS = Map.of(
            "na", "https://openapi.service.itsupport247.net",
            "eu", "https://openapi.service.euplatform.connectwise.com",
            "au", "https://openapi.service.auplatform.connectwise.com");
    /** None is published; five every three seconds are a guest's manners. */
    private static final Rate RATE = Rate.account(100, Duration.ofMinutes(1));

    @Override
    public Descriptor descriptor() {
        return Descriptor.of("continuum", "ConnectWise RMM", Part.RMM, ContinuumConnector::base)
                .settings(
                        Setting.choice(
                                "region",
                                "Region",
                                new Choice("na", "North America"),
                                new Choice("eu", "Europe"),
                                new Choice("au", "Australia")),
                        Setting.text("clientId", "Client ID").help("Of an API key made in the partner portal"),
                        Setting.secret("secret", "Client secret")
                                .help("Shown once, when the key is made; its scopes: " + SignIn.SCOPES),
                        Setting.text("url", "Other address of the API")
                                .help("Only for a test system; leave it empty otherwise")
                                .optional()
                                .cleaned(Addresses::clean))
                .addressed("url", "region", "clientId")
                .rates(RATE);
    }

    /** The region's server, unless another address is given. */
    static String base(Connection c) {
        String other = c.setting("url");
        return other.isEmpty() ? HOSTS.getOrDefault(c.setting("region"), HOSTS.get("na")) : other;
    }

    @Override
    public Token signIn(Connection c) throws Fault {
        return new SignIn(c).token();
    }

    @Override
    public Session open(Connection c) {
        return new ContinuumSession(c);
    }
}
