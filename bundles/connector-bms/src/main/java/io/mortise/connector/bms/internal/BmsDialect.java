package io.mortise.connector.bms.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Http.Request;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Dialect;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Statuses;
import io.mortise.model.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * BMS fails inside a 200: {@code success:false} with a number that isn't published and a sentence. Real 4xx are seen
 * too, with and without a body.
 */
final class BmsDialect implements Dialect {
    private static final Statuses STATUSES = Statuses.none()
            .means(400, Remedy.CORRECT, "BMS refuses these values")
            .means(401, Remedy.SIGN_IN, "The sign-in to BMS is no longer valid")
            .means(403, Remedy.ASK_ADMIN, "The security role of this BMS user doesn't allow that")
            .means(404, Remedy.FORGET, "BMS has no such record")
            .means(422, Remedy.CORRECT, "BMS refuses these values");

    @Override
    public boolean failsInSuccess() {
        return true;
    }

    @Override
    public Statuses statuses() {
        return STATUSES;
    }

    /** The envelope. */
    @Override
    public boolean isOwn(Json body) {
        return body.has("success");
    }

    @Override
    public String why(Json body) {
        List<String> details = details(body);
        return details.isEmpty() ? body.at("error", "message").text().orElse("") : String.join(" ", details);
    }

    private static List<String> details(Json body) {
        return body.at("error", "subErrors").items().stream()
                .flatMap(detail -> detail.text().stream())
                .toList();
    }

    /** A detail names the attribute as a word: "The CategoryId field is required." */
    @Override
    public Map<Field<?>, String> refused(Json body, Mapping mapping) {
        Map<Field<?>, String> fields = new HashMap<>();
        for (String detail : details(body))
            for (String name : mapping.written())
                if (Pattern.compile("\\b" + name + "\\b", Pattern.CASE_INSENSITIVE)
                        .matcher(detail)
                        .find()) mapping.field(name).ifPresent(field -> fields.put(field, detail));
        return fields;
    }

    /** Some answers are said to come without the envelope. */
    @Override
    public Json content(Request request, Json body, Mapping mapping) throws Fault {
        if (!body.has("success")) return body;
        if (body.at("success").flag()) return body;
        int code = (int) body.at("error", "code").number(0);
        String message = body.at("error", "message").text().orElse("");
        boolean missing = code == 404 || message.matches("(?i).*\\b(was not found|not exist).*");
        if (missing) throw Fault.of(Remedy.FORGET, Api.sentence("BMS has no such record", message));
        if (code == 401 || code == 403)
            throw Fault.of(
                    STATUSES.of(code).remedy(), Api.sentence(STATUSES.of(code).sentence(), why(body)));
        throw Fault.correct(Api.sentence("BMS refuses this", why(body)), refused(body, mapping));
    }
}
