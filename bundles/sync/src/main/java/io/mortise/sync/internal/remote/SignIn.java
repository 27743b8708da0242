package io.mortise.sync.internal.remote;

import io.mortise.connector.Connector;
import io.mortise.connector.Fault;
import io.mortise.connector.Token;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** One account's token: made when first needed, renewed shortly before it ends, by one thread at a time. */
final class SignIn {
    private static final Duration EARLY = Duration.ofSeconds(60);
    private final Connector connector;
    private final Function<Optional<Token>, Lent> lend;
    private final Clock clock;
    private Optional<Token> token = Optional.empty();
    private Instant renewAt = Instant.MAX;

    SignIn(Connector connector, Function<Optional<Token>, Lent> lend, Clock clock) {
        this.connector = connector;
        this.lend = lend;
        this.clock = clock;
    }

    synchronized Token token() throws Fault {
        if (token.isEmpty() || !clock.instant().isBefore(renewAt)) token = Optional.of(renew());
        return token.get();
    }

    /** It wasn't accepted; another one is made at the next need, unless somebody has done so already. */
    synchronized void reject(Token refused) {
        if (token.isPresent() && token.get() == refused) token = Optional.empty();
    }

    private Token renew() throws Fault {
        Token fresh = connector.signIn(lend.apply(token));
        Instant now = clock.instant();
        renewAt = fresh.ends()
                .map(end -> {
                    Duration life = Duration.between(now, end);
                    Duration early = life.dividedBy(5).compareTo(EARLY) < 0 ? life.dividedBy(5) : EARLY;
                    return end.minus(early);
                })
                .orElse(Instant.MAX);
        return fresh;
    }
}
