package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The sign-in of the web application, which hands out users' tokens. Sessions end with the process. */
final class SignIn {
    private static final String COOKIE = "_itglue_session=";

    private final Store store;
    private final Tokens tokens;
    private final Map<String, String> sessions = new HashMap<>();

    SignIn(Store store, Tokens tokens) {
        this.store = store;
        this.tokens = tokens;
    }

    void addTo(Router routes) {
        routes.call("POST", "/login", this::login);
        routes.read("/jwt/refresh", request -> again(cookie(request)));
        routes.read(
                "/jwt/token",
                request -> again(request.query().get("refresh_token").orElse("")));
    }

    /** Whether this address answers callers who have no token yet. */
    static boolean isAt(Request request) {
        String path = request.path();
        return path.equals("/login") || path.startsWith("/jwt/");
    }

    private Response login(Request request) {
        JsonNode user = request.jsonObject().path("user");
        Optional<Row> known = user(Row.text(user, "email"))
                .filter(row -> !row.text("password").isEmpty())
                .filter(row -> row.text("password").equals(Row.text(user, "password")));
        if (known.isEmpty()) {
            return refused("Invalid Email or password.");
        }
        String session = UUID.randomUUID().toString();
        sessions.put(session, known.get().id());
        return token(known.get(), session).header("Set-Cookie", COOKIE + session + "; Path=/; HttpOnly");
    }

    /** By the whole address, or by the part before the sandbox's own domain. */
    Optional<Row> user(String email) {
        String address = email.contains("@") ? email : email + "@sandbox.example";
        return store.table("users").stream()
                .filter(row -> row.text("email").equalsIgnoreCase(address))
                .findFirst();
    }

    /** By a session, or by a user's token that still holds: clients hand in the one of their login. */
    private Response again(String session) {
        return Optional.ofNullable(sessions.get(session))
                .or(() -> tokens.user(session, store.now()))
                .flatMap(id -> store.table("users").find(id))
                .map(row -> token(row, session))
                .orElseGet(() -> refused("You need to sign in before continuing."));
    }

    private Response token(Row user, String session) {
        ObjectNode json = Json.object().put("token", tokens.issue(user, store.now()));
        return Response.json(200, "application/json", json.put("refresh_token", session));
    }

    private static Response refused(String error) {
        return Response.json(401, "application/json", Json.object().put("error", error));
    }

    private static String cookie(Request request) {
        for (String part : request.header("Cookie").orElse("").split(";")) {
            if (part.trim().startsWith(COOKIE)) {
                return part.trim().substring(COOKIE.length());
            }
        }
        return "";
    }
}
