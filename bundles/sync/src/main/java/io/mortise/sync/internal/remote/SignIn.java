package io.mortise.sync.internal.remote;

import io.mortise.connector.Connector;
import io.mortise.connector.Fault;
import io.mortise.connector.Token;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * One account's token: made when first needed, renewed shortly before it ends, by one thread at a time. A person's login
 * that was refused once isn't tried again: vendors lock who comes with a wrong password.
 */
final class SignIn {
    private static final Duration EARLY = Duration.ofSeconds(60);
    private final Connector connector;
    private final Function<Optional<Token>, Lent> lend;
    private final Clock clock;
    private final boolean once;
    private Optional<Token> token = Optional.empty();
    private Instant renewAt = Instant.MAX;
    private Optional<Fault> refused = Optional.empty();

    /** @param once is one refusal the last word? */
    SignIn(Connector connector, Function<Optional<Token>, Lent> lend, Clock clock, boolean once) {
        this.connector = connector;
        this.lend = lend;
        this.clock = clock;
        this.once = once;
    }

    synchronized Token token() throws Fault {
        if (refused.isPresent()) throw refused.get();
        if (token.isEmpty() || !clock.instant().isBefore(renewAt)) token = Optional.of(renew());
        return token.get();
    }

    /** It wasn't accepted; another one is made at the next need, unless somebody has done so already. */
    synchronized void reject(Token refused) {
        if (token.isPresent() && token.get() == refused) token = Optional.empty();
    }

    private Token asked() throws Fault {
        try {
            return connector.signIn(lend.apply(token));
        } catch (Fault fault) {
            if (once && fault.remedy() == Fault.Remedy.SIGN_IN && !Stranger.refuses(fault))
                refused = Optional.of(fault);
            throw fault;
        }
    }

    private Token renew() throws Fault {
        Token fresh = asked();
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
