package io.mortise.connector.bms.internal;

import io.mortise.connector.Connection;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Descriptor.Rate;
import io.mortise.connector.Fault;
import io.mortise.connector.Session;
import io.mortise.connector.Token;
import io.mortise.connector.http.Addresses;
import io.mortise.model.Part;
import io.mortise.model.Setting;
import java.time.Duration;
import org.osgi.service.component.annotations.Component;

/** Kaseya BMS by its API v2, with an account's user name and password, and each technician's own. */
@Component
public final class BmsConnector implements Connector {
    /** 2: hundredths of an hour are read as whole minutes. */
    private static final int MAPPING = 2;

    @Override
    public Descriptor descriptor() {
        return Descriptor.of("bms", "Kaseya BMS", Part.PSA, c -> c.setting("url"))
                .mapping(MAPPING)
                .settings(
                        Setting.text("url", "Server")
                                .help("In BMS under My Profile as Gateway URL, such as https://api.bms.kaseya.com")
                                .cleaned(Addresses::clean),
                        Setting.text("tenant", "Company name")
                                .help("In BMS under My Profile as Company/Tenant name; typed when signing in"),
                        Setting.text("user", "User")
                                .help(
                                        "A BMS administrator, or a user with API access; for this purpose only, without MFA"),
                        Setting.secret("password", "Password"),
                        Setting.text("businessType", "Business type of new accounts")
                                .help("BMS asks for one; left empty, its default")
                                .optional(),
                        Setting.text("closed", "Statuses of closed tickets")
                                .help("Their names, or how those begin, with commas; left empty: Completed, Closed,"
                                        + " Cancelled, Resolved")
                                .optional(),
                        Setting.text("continuum", "Number of Continuum")
                                .help(
                                        "Of the integration, as tickets of Continuum have it in BMS (IntegrationTypeId): Kaseya"
                                                + " publishes none but VSA's. Left empty, such tickets show no RMM")
                                .optional(),
                        Setting.secret(Webhook.SECRET, "Webhook secret")
                                .help(
                                        "A long text of your own, which the webhook in BMS has as its secret, too. Left empty,"
                                                + " calls prove nothing and are heeded every 10 seconds at most")
                                .optional())
                .personal(
                        Setting.text("user", "User").help("The name that you sign in to BMS with"),
                        Setting.secret("password", "Password")
                                .help("Of a BMS user that may use the API and isn't asked for a code"))
                .addressed("url", "tenant")
                .hook(
                        Webhook.SECRET,
                        "As an administrator of BMS, add a webhook there, with this address as its payload URL.",
                        "Give it a secret, a long text of your own, and enter the same text here as the webhook secret.",
                        "Choose all events, or those of tickets that are created, updated and deleted, and enable it.")
                .rates(Rate.route(1500, Duration.ofHours(1)));
    }

    @Override
    public Token signIn(Connection c) throws Fault {
        return new SignIn(c).token();
    }

    @Override
    public Session open(Connection c) {
        return new BmsSession(c);
    }
}
