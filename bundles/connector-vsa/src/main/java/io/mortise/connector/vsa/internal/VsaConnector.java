package io.mortise.connector.vsa.internal;

import io.mortise.connector.Connection;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Descriptor.Rate;
import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Session;
import io.mortise.connector.Token;
import io.mortise.connector.http.Addresses;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.SignInWords;
import io.mortise.connector.http.Times;
import io.mortise.model.Part;
import io.mortise.model.Secret;
import io.mortise.model.Setting;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.osgi.service.component.annotations.Component;

/** Kaseya VSA 9 by its REST API v1.0: organizations and the machines with an agent, read only. */
@Component
public final class VsaConnector implements Connector {
    /** None is published; two a second are a guest's manners. */
    private static final Rate RATE = Rate.account(120, Duration.ofMinutes(1));

    @Override
    public Descriptor descriptor() {
        return Descriptor.of("vsa", "Kaseya VSA", Part.RMM, c -> c.setting("url"))
                .settings(
                        Setting.text("url", "Logon address")
                                .help("Where you sign in to VSA, such as https://vsa.mycompany.com")
                                .cleaned(Addresses::clean),
                        Setting.text("user", "User").help("With role and scope Master or System, without MFA"),
                        Setting.secret("password", "Access token or password")
                                .help("An access token with the scope REST API only"))
                .addressed("url")
                .rates(RATE)
                .onPremise();
    }

    @Override
    public Token signIn(Connection c) throws Fault {
        String pair = c.setting("user") + ":" + c.secret("password").reveal();
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        Json session = session(c, basic);
        String token = session.at("Token")
                .text()
                .or(() -> session.at("ApiToken").text()) // older servers
                .orElseThrow(() -> Fault.of(Remedy.REPORT, "VSA signed in without giving a token"));
        Token bearer = Token.bearer(Secret.of(token));
        return Times.told(session.at("SessionExpiration")).map(bearer::ends).orElse(bearer);
    }

    private static Json session(Connection c, String basic) throws Fault {
        try {
            return new Api(c.http(), new VsaDialect())
                    .get(Request.get(Vsa.ROOT + "/auth").header("Authorization", "Basic " + basic))
                    .at("Result");
        } catch (Fault fault) {
            boolean refused = fault.remedy() == Remedy.SIGN_IN || fault.remedy() == Remedy.ASK_ADMIN;
            throw refused && !fault.isAbout(Fault.ADDRESS)
                    ? SignInWords.read("VSA", fault.getMessage(), "user", fault)
                    : fault;
        }
    }

    @Override
    public Session open(Connection c) {
        return new VsaSession(c);
    }
}
