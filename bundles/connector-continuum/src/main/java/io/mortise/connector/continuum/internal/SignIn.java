package io.mortise.connector.continuum.internal;

import io.mortise.connector.Connection;
import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Token;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.model.Secret;

/** From client credentials to a token of the scopes that are needed. It isn't renewed: the next one is asked for. */
final class SignIn {
    static final String SCOPES = "platform.companies.read platform.sites.read platform.devices.read";

    private final Connection c;

    SignIn(Connection c) {
        this.c = c;
    }

    Token token() throws Fault {
        Json wanted = Json.object()
                .with("grant_type", "client_credentials")
                .with("client_id", c.setting("clientId"))
                .with("client_secret", c.secret("secret").reveal())
                .with("scope", SCOPES);
        Json answer = new Api(c.http(), new AsioDialect(AsioDialect.SIGNING_IN))
                .send(Request.of("POST", "/v1/token"), "application/json", wanted, Mapping.empty());
        String token = answer.at("access_token")
                .text()
                .orElseThrow(() -> Fault.of(Remedy.REPORT, "ConnectWise RMM signed in without giving a token"));
        Token bearer = Token.bearer(Secret.of(token));
        long seconds = answer.at("expires_in").number(0);
        return seconds > 0 ? bearer.ends(c.clock().instant().plusSeconds(seconds)) : bearer;
    }
}
