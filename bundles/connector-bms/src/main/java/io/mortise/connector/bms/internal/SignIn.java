package io.mortise.connector.bms.internal;

import io.mortise.connector.Connection;
import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Token;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.SignInWords;
import io.mortise.connector.http.Times;
import io.mortise.model.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** From user name and password to a token, and from an old token to a new one. */
final class SignIn {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String BEARER = "Bearer ";
    private static final Pattern COMPANY = Pattern.compile("\\b(company|tenant)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PERSON = Pattern.compile("\\b(user\\w*|password)\\b", Pattern.CASE_INSENSITIVE);

    private final Connection c;
    private final Api api;

    SignIn(Connection c) {
        this.c = c;
        this.api = new Api(c.http(), new BmsDialect());
    }

    Token token() throws Fault {
        Optional<Token> renewed = renewed();
        return renewed.isPresent() ? renewed.get() : fresh();
    }

    private Token fresh() throws Fault {
        String form = form(
                "GrantType", "password",
                "Tenant", c.setting("tenant"),
                "UserName", c.setting("user"),
                "Password", c.secret("password").reveal());
        try {
            return token(post("/v2/security/authenticate", form));
        } catch (Fault fault) {
            throw refused(fault);
        }
    }

    /** BMS has no numbers for these that are published: only its sentence tells them apart. */
    private static Fault refused(Fault fault) {
        String said = fault.getMessage();
        Fault plain = switch (fault.remedy()) {
            case CORRECT, SIGN_IN, ASK_ADMIN ->
                Fault.of(Remedy.SIGN_IN, "BMS doesn't accept this company name, user and password", fault)
                        .about("password");
            default -> fault;
        };
        if (fault.remedy() == Remedy.RETRY
                || fault.remedy() == Remedy.LOOK
                || fault.setting().isPresent()) return fault;
        if (COMPANY.matcher(said).find() && !PERSON.matcher(said).find())
            return Fault.of(
                            Remedy.SIGN_IN,
                            "BMS knows no company of this name: type it as My Profile in BMS shows it",
                            fault)
                    .about("tenant");
        // of what isn't a refusal the words are ours
        return plain == fault ? fault : SignInWords.read("BMS", said, "user", plain);
    }

    /** Empty if the old token can't be renewed, which is no fault: there is a password. */
    private Optional<Token> renewed() throws Fault {
        Optional<String> access = c.expiring()
                .map(token -> token.headers().get("Authorization"))
                .map(header -> header.reveal().replaceFirst("^" + BEARER, ""));
        Optional<Secret> renewal = c.expiring().flatMap(Token::renewal);
        if (access.isEmpty() || renewal.isEmpty()) return Optional.empty();
        String form =
                form("AccessToken", access.get(), "RefreshToken", renewal.get().reveal());
        try {
            return Optional.of(token(post("/v2/security/refreshtoken", form)));
        } catch (Fault fault) {
            if (fault.remedy() == Remedy.RETRY) throw fault;
            return Optional.empty();
        }
    }

    private Json post(String path, String form) throws Fault {
        Request request = Request.of("POST", path).body(FORM, form.getBytes(StandardCharsets.UTF_8));
        return Bms.result(api.send(request, Mapping.empty()));
    }

    private static Token token(Json result) throws Fault {
        String access = result.at("accessToken")
                .text()
                .orElseThrow(() -> Fault.of(Remedy.REPORT, "BMS signed in without giving a token"));
        Token token = Token.bearer(Secret.of(access));
        token = result.at("accessTokenExpireOn")
                .text()
                .map(Times::read)
                .map(token::ends)
                .orElse(token);
        return result.at("refreshToken")
                .text()
                .map(Secret::of)
                .map(token::renewal)
                .orElse(token);
    }

    private static String form(String... pairs) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2)
            form.append(i == 0 ? "" : "&")
                    .append(pairs[i])
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        return form.toString();
    }
}
