package io.mortise.connector;

import io.mortise.model.Secret;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Headers for every request of a session. The engine keeps it sealed and sends it to the descriptor's hosts only. */
public final class Token {
    public static final Token NONE = new Token(Map.of(), Optional.empty(), Optional.empty());
    private final Map<String, Secret> headers;
    private final Optional<Instant> ends;
    private final Optional<Secret> renewal;

    private Token(Map<String, Secret> headers, Optional<Instant> ends, Optional<Secret> renewal) {
        this.headers = headers;
        this.ends = ends;
        this.renewal = renewal;
    }

    public static Token bearer(Secret token) {
        return NONE.header("Authorization", Secret.of("Bearer " + token.reveal()));
    }

    public Token header(String name, Secret value) {
        var all = new TreeMap<>(headers);
        all.put(name, value);
        return new Token(all, ends, renewal);
    }

    public Token ends(Instant at) {
        return new Token(headers, Optional.of(at), renewal);
    }
    /** What {@link Connector#signIn} will want next time, through {@link Connection#expiring}. */
    public Token renewal(Secret secret) {
        return new Token(headers, ends, Optional.of(secret));
    }

    public Map<String, Secret> headers() {
        return headers;
    }

    public Optional<Instant> ends() {
        return ends;
    }

    public Optional<Secret> renewal() {
        return renewal;
    }
}
