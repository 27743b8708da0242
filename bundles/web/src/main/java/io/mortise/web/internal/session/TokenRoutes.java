package io.mortise.web.internal.session;

import io.mortise.api.Routes;
import io.mortise.api.Sessions;
import io.mortise.api.Slice;
import io.mortise.web.internal.service.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A person's own tokens for scripts. */
public final class TokenRoutes implements Routes {
    private final Slot<Sessions> sessions;

    public TokenRoutes(Slot<Sessions> sessions) {
        this.sessions = sessions;
    }

    /** @param lasts such as P90D; for ever when left out */
    public record Wish(String name, Optional<Duration> lasts) {}

    public record Token(String id, String name, Instant created, Optional<Instant> ends) {
        static Token of(Sessions.Token token) {
            return new Token(token.id(), token.name(), token.created(), token.ends());
        }
    }

    /** @param secret for Authorization: Bearer; shown this once */
    public record Made(Token token, String secret) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/tokens", Shape.list(Shape.of(Token.class)), this::list)
                        .summary("Your tokens for scripts"),
                Route.post("/tokens", Shape.of(Wish.class), Shape.of(Made.class), this::make)
                        .summary("Makes a token with your rights; its secret is shown this once"),
                Route.delete("/tokens/{id}", this::end).summary("Ends a token of yours"));
    }

    private Slice<Token> list(Call<Void> call) {
        List<Token> all =
                sessions.need().tokens(call.caller()).stream().map(Token::of).toList();
        return new Slice<>(all, Optional.empty());
    }

    private Made make(Call<Wish> call) {
        Wish wish = call.body();
        Sessions.NewToken made = sessions.need().newToken(call.caller(), wish.name(), wish.lasts());
        return new Made(Token.of(made.token()), made.secret().reveal());
    }

    private Void end(Call<Void> call) {
        sessions.need().endToken(call.caller(), call.path("id"));
        return null;
    }
}
