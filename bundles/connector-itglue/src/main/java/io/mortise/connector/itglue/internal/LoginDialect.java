package io.mortise.connector.itglue.internal;

import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.http.Dialect;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Statuses;
import io.mortise.model.Field;
import java.util.Map;

/** The sign-in of IT Glue's screens, which refuses in words of its own. */
final class LoginDialect implements Dialect {
    private static final String NO =
            "IT Glue doesn't accept this e-mail and password. Where single sign-on or a code is"
                    + " asked for, give a token instead";
    private static final Statuses STATUSES = Statuses.none()
            .means(401, Remedy.SIGN_IN, NO, "password")
            .means(403, Remedy.SIGN_IN, NO, "password")
            .means(404, Remedy.SIGN_IN, "IT Glue has no sign-in with a password here: give a token instead", "token")
            .means(422, Remedy.SIGN_IN, NO, "password");

    @Override
    public Statuses statuses() {
        return STATUSES;
    }

    @Override
    public String why(Json body) {
        return body.at("error").text().orElse("");
    }

    @Override
    public Map<Field<?>, String> refused(Json body, Mapping mapping) {
        return Map.of();
    }
}
