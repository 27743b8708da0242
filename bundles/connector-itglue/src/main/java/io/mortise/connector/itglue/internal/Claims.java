package io.mortise.connector.itglue.internal;

import io.mortise.connector.http.Json;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** What a user's token says of itself. Only the server can tell whether it is true: it takes no other. */
record Claims(Json body) {
    /** Empty if it is no token. */
    static Optional<Claims> read(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) return Optional.empty();
        try {
            Json body = Json.read(Base64.getUrlDecoder().decode(parts[1]));
            return body.names().isEmpty() ? Optional.empty() : Optional.of(new Claims(body));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<Instant> ends() {
        long seconds = body.at("exp").number(0);
        return seconds > 0 ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
    }

    Optional<String> user() {
        return body.at("sub").plain().text();
    }

    Optional<String> email() {
        return body.at("itglue", "email").text();
    }
}
