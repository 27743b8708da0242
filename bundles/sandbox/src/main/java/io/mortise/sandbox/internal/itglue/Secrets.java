package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Row;
import java.util.Optional;

/** Password values: asked for by {@code show_password}, never in lists, never without Password Access. */
final class Secrets {
    private Secrets() {}

    static boolean asked(Request request, boolean usual) {
        return request.query()
                .get("show_password")
                .or(() -> request.query().get("show-password"))
                .map(Filters::truth)
                .orElse(usual);
    }

    static void addTo(ObjectNode attributes, Row row, Request request, Caller caller) {
        if (!caller.readsPasswords()) {
            if (!Guesses.CLOSED_PASSWORD_IS_ABSENT) {
                attributes.putNull("password");
            }
            return;
        }
        attributes.set("password", password(row, request));
        attributes.put("otp-secret", row.text("otp-secret").isEmpty() ? null : row.text("otp-secret"));
    }

    private static JsonNode password(Row row, Request request) {
        Optional<String> version =
                request.query().get("version_id").or(() -> request.query().get("version-id"));
        return version.isEmpty()
                ? row.get("password")
                : Versions.password(row, version.get()).orElseThrow(Refusal::notFound);
    }
}
