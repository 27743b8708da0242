package io.mortise.connector.continuum.internal;

import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.http.Dialect;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Statuses;
import io.mortise.model.Field;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Refusals come with a status and a message; the form of the body differs between the parts of the API. */
record AsioDialect(Statuses statuses) implements Dialect {
    private static final Predicate<String> CODE =
            Pattern.compile("[a-z]+(_[a-z]+)+").asMatchPredicate();
    private static final String NO_KEY = "ConnectWise RMM doesn't accept this client ID and secret";

    static final Statuses SIGNED_IN = Statuses.none()
            .means(401, Remedy.SIGN_IN, "ConnectWise RMM's token has ended or isn't accepted")
            .means(403, Remedy.ASK_ADMIN, "The API key lacks a scope; it needs " + SignIn.SCOPES)
            .means(404, Remedy.FORGET, "ConnectWise RMM has no such record");
    /** Which status means what isn't published: each of them is about the key. */
    static final Statuses SIGNING_IN = Statuses.none()
            .means(400, Remedy.ASK_ADMIN, "The API key is wrong, or lacks a scope; it needs " + SignIn.SCOPES, "secret")
            .means(401, Remedy.SIGN_IN, NO_KEY, "secret")
            .means(403, Remedy.SIGN_IN, NO_KEY, "secret");

    /** Signing in fails with a code of OAuth, such as {@code invalid_client}; everything else with a message. */
    @Override
    public boolean isOwn(Json body) {
        boolean oauth = body.at("error").text().filter(CODE).isPresent();
        boolean coded = body.has("code") && body.has("message");
        return oauth || coded || body.isList() || !body.at("error", "message").isNone();
    }

    /** {@code {code, message}}, a list of such, {@code {error: {message}}}, or {@code {error, description}}. */
    @Override
    public String why(Json body) {
        Json one = body.isList() ? body.items().stream().findFirst().orElse(Json.NONE) : body;
        return Stream.of(one.at("message"), one.at("error", "message"), one.at("description"), one.at("error"))
                .flatMap(each -> each.text().stream())
                .findFirst()
                .orElse("");
    }

    /** Nothing is written. */
    @Override
    public Map<Field<?>, String> refused(Json body, Mapping mapping) {
        return Map.of();
    }
}
