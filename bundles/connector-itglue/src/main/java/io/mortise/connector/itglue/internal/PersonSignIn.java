package io.mortise.connector.itglue.internal;

import io.mortise.connector.Connection;
import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Token;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.model.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * A technician's own token: pasted, as long as it lives, or fetched anew with e-mail and password whenever the last one ends. IT Glue's
 * renewal takes the old token in the address, where secrets don't belong, so it isn't used.
 */
final class PersonSignIn {
    private final Connection c;

    PersonSignIn(Connection c) {
        this.c = c;
    }

    Token token() throws Fault {
        String pasted = pasted(c);
        if (!pasted.isEmpty()) return given(pasted);
        if (!hasPassword(c))
            throw Fault.of(Remedy.SIGN_IN, "Give your e-mail and password of IT Glue, or a token")
                    .about("email");
        return fetched();
    }

    /** "" if there is none, or one that ended where e-mail and password go on. */
    static String pasted(Connection c) {
        String text = c.secret("token").reveal().strip();
        boolean over = Claims.read(text)
                .flatMap(Claims::ends)
                .filter(end -> !end.isAfter(c.clock().instant()))
                .isPresent();
        return over && hasPassword(c) ? "" : text;
    }

    /** Can it be fetched anew? */
    static boolean hasPassword(Connection c) {
        return !c.setting("email").isEmpty() && !c.secret("password").reveal().isEmpty();
    }

    private Token given(String text) throws Fault {
        Claims claims = Claims.read(text)
                .orElseThrow(() -> Fault.of(
                                Remedy.SIGN_IN, "This is no token of IT Glue: it has three parts with dots in between")
                        .about("token"));
        Instant ends = claims.ends()
                .orElseThrow(() -> Fault.of(Remedy.SIGN_IN, "This token doesn't tell when it ends")
                        .about("token"));
        if (!ends.isAfter(c.clock().instant()))
            throw Fault.of(Remedy.SIGN_IN, "This token ended: take a new one from your IT Glue session")
                    .about("token");
        Optional<String> whose = claims.email();
        if (whose.isPresent()) same(c, whose.get());
        return Token.bearer(Secret.of(text)).ends(ends);
    }

    /**
     * A pasted token and an e-mail are one person's: whichever of them counted, the other would be somebody else's.
     *
     * @param whose the e-mail of whom the token is; "" if it can't be known
     */
    static void same(Connection c, String whose) throws Fault {
        String email = c.setting("email").strip();
        if (email.isEmpty() || email.equalsIgnoreCase(whose)) return;
        String why = whose.isEmpty()
                ? "It can't be told whether this token is of " + email
                : "This token is of " + whose + " and the e-mail is " + email;
        throw Fault.of(Remedy.SIGN_IN, why + ": give either the token alone, or e-mail and password alone")
                .about("token");
    }

    private Token fetched() throws Fault {
        String base = ItGlueConnector.screens(c).stream().findFirst().orElse("");
        Json user = Json.object()
                .with("email", c.setting("email"))
                .with("password", c.secret("password").reveal());
        Request request = Request.of("POST", "/login").at(base + "/login?generate_jwt=1&sso_disabled=1");
        Json answer = new Api(c.http(), new LoginDialect())
                .send(request, "application/json", Json.object().with("user", user), Mapping.empty());
        String token = answer.at("token")
                .text()
                .orElseThrow(() -> Fault.of(
                                Remedy.SIGN_IN,
                                "IT Glue signed in without giving a token: it may ask for a code or for single sign-on. Give"
                                        + " a token instead")
                        .about("token"));
        Token bearer = Token.bearer(Secret.of(token));
        return ends(token).map(bearer::ends).orElse(bearer);
    }

    private static Optional<Instant> ends(String token) {
        return Claims.read(token).flatMap(Claims::ends);
    }
}
