package io.mortise.connector.itglue.internal;

import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.http.Dialect;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Statuses;
import io.mortise.model.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Here 401 means that the record is out of this account's reach, and 403 that the key is wrong. A person's token that
 * isn't taken is a 401, too, in other words.
 *
 * @param person whether a person asks, with a token
 */
record ItGlueDialect(boolean person) implements Dialect {
    private static final String OUT_OF_REACH = "Unauthorized resource access";
    private static final Set<String> GATEWAYS = Set.of("Forbidden", "Unauthorized");
    private static final Statuses STATUSES = Statuses.none()
            .means(401, Remedy.ASK_ADMIN, "IT Glue doesn't let this API key do that")
            .means(
                    403,
                    Remedy.SIGN_IN,
                    "IT Glue doesn't know this API key: it is mistyped or was revoked (after 90 days without use it is),"
                            + " or it belongs to another region than the one chosen here",
                    "key")
            .means(404, Remedy.FORGET, "IT Glue has no such record")
            .means(422, Remedy.CORRECT, "IT Glue refuses these values");
    private static final Statuses PERSONS = STATUSES.means(
                    401, Remedy.SIGN_IN, "IT Glue doesn't accept your login any more", "token")
            .means(403, Remedy.SIGN_IN, "IT Glue doesn't accept your login any more", "token");
    private static final Statuses.Meaning DENIED = new Statuses.Meaning(
            Remedy.ASK_ADMIN, "your role at IT Glue, or the list of who may see this record, doesn't allow it", "");

    @Override
    public Statuses statuses() {
        return person ? PERSONS : STATUSES;
    }

    @Override
    public Statuses.Meaning meaning(int status, Json body) {
        boolean denied = person && status == 401 && why(body).contains(OUT_OF_REACH);
        return denied ? DENIED : statuses().of(status);
    }

    /** JSON:API, or the gateway in front of it, which says one word and nothing else. */
    @Override
    public boolean isOwn(Json body) {
        boolean gateway = body.names().equals(Set.of("message"))
                && body.at("message").text().filter(GATEWAYS::contains).isPresent();
        return body.at("errors").isList() || body.has("data") || gateway;
    }

    /** Gateways answer without {@code errors}. */
    @Override
    public String why(Json body) {
        return body.at("errors").items().stream()
                .findFirst()
                .map(ItGlueDialect::words)
                .or(() -> body.at("message").text())
                .orElse("");
    }

    private static String words(Json error) {
        Optional<String> detail = error.at("detail").text();
        return detail.or(() -> error.at("title").text()).orElse("");
    }

    @Override
    public Map<Field<?>, String> refused(Json body, Mapping mapping) {
        Map<Field<?>, String> fields = new HashMap<>();
        for (Json error : body.at("errors").items())
            error.at("source", "pointer")
                    .text()
                    .map(pointer -> pointer.substring(pointer.lastIndexOf('/') + 1))
                    .flatMap(name -> mapping.field(name).or(() -> mapping.field(name + "-id")))
                    .ifPresent(field -> fields.put(field, words(error)));
        return fields;
    }
}
