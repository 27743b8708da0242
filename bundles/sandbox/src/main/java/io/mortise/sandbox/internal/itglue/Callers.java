package io.mortise.sandbox.internal.itglue;

import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.Map;
import java.util.Optional;

/** Knows the account's API keys and the users behind tokens. */
final class Callers {
    private static final String BEARER = "Bearer ";

    private final Store store;
    private final Tokens tokens;
    private final Map<String, Caller> keys;

    Callers(Store store, Tokens tokens) {
        this.store = store;
        this.tokens = tokens;
        this.keys = Map.of(
                ItGlue.KEY, Caller.key(ItGlue.KEY, true),
                ItGlue.KEY_WITHOUT_PASSWORDS, Caller.key(ItGlue.KEY_WITHOUT_PASSWORDS, false));
    }

    static boolean bearsToken(Request request) {
        return request.header("Authorization").orElse("").startsWith(BEARER)
                && request.header("x-api-key").isEmpty();
    }

    Optional<Caller> find(Request request) {
        if (!bearsToken(request)) {
            return request.header("x-api-key").map(keys::get);
        }
        String token = request.header("Authorization").orElseThrow().substring(BEARER.length());
        return tokens.user(token, store.now())
                .flatMap(id -> store.table("users").find(id))
                .map(Callers::user);
    }

    static Caller user(Row row) {
        return new Caller(row.id(), row.text("name"), Optional.of(Role.of(row.text("role-name"))), true);
    }

    /** What this request's caller can reach; the server has let known callers in only. */
    Reach reach(Request request) {
        return new Reach(store, find(request).orElseThrow());
    }
}
