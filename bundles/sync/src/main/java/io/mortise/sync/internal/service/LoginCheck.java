package io.mortise.sync.internal.service;

import io.mortise.api.Access.Link.State;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.model.Standing;
import io.mortise.sync.internal.remote.Account;
import io.mortise.sync.internal.remote.LiveRemote;
import io.mortise.sync.internal.remote.Stranger;
import io.mortise.sync.internal.service.Login.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Whether a person's login works, asked of the system at most once a minute. Thread-safe. */
final class LoginCheck {
    private static final Duration GOOD = Duration.ofMinutes(1);
    /** So long what a login may see is taken for granted while it is asked for anew. */
    private static final Duration TRUSTED = Duration.ofMinutes(5);

    private final Engine engine;
    /** By login. */
    private final Map<String, Checked> last = new ConcurrentHashMap<>();

    private record Checked(Instant at, long version, String trouble) {}

    /**
     * @param trouble in a sentence; "" if it is CONNECTED
     * @param passing it may work again by itself
     */
    record Finding(State state, String trouble, boolean passing) {}

    LoginCheck(Engine engine) {
        this.engine = engine;
    }

    /** A login that is lost isn't tried again by itself: wrong passwords lock people out. */
    Login checked(Account account, Login login, String email) {
        boolean gone = engine.network().connector(account.product()).isEmpty();
        if (gone || !isDue(account, login)) return login;
        LiveRemote remote = engine.persons().of(account, login, email);
        try {
            Standing standing = engine.turn().personally(remote::standing);
            return works(account, login, who(standing));
        } catch (Fault fault) {
            if (isLost(fault)) return lost(login, fault);
            return silent(isNo(fault) ? reachesNothing(login) : login, fault);
        }
    }

    /** A no of another program at the system's address says nothing of the login. */
    static boolean isLost(Fault fault) {
        return fault.remedy() == Remedy.SIGN_IN && !Stranger.refuses(fault);
    }

    /** The system knows the login, and lets it see nothing. */
    private static boolean isNo(Fault fault) {
        boolean no = fault.remedy() == Remedy.ASK_ADMIN || fault.remedy() == Remedy.FORGET;
        return no && !Stranger.refuses(fault);
    }

    private Login reachesNothing(Login login) {
        Login none = login.reaching(new Extent(Optional.of(Set.of())));
        if (!none.equals(login)) engine.logins().note(none);
        return again(login);
    }

    /** Would it be asked now? */
    boolean isDue(Account account, Login login) {
        return known(account, login).passing() && !isFresh(login);
    }

    private boolean isFresh(Login login) {
        Checked checked = last.get(key(login));
        return checked != null
                && checked.version == login.version()
                && checked.trouble.isEmpty()
                && checked.at.plus(GOOD).isAfter(Instant.now());
    }

    /** Was it asked for lately, whatever came of it? */
    boolean isTrusted(Login login) {
        Checked checked = last.get(key(login));
        return checked != null
                && checked.version == login.version()
                && checked.at.plus(TRUSTED).isAfter(Instant.now());
    }

    /** Has its system told nothing of it since this server was started, or not answered when it was asked last? */
    boolean isSilent(Login login) {
        Checked checked = last.get(key(login));
        return checked == null || checked.version != login.version() || !checked.trouble.isEmpty();
    }

    private Login works(Account account, Login login, Who who) {
        Login now = login.seen(who, account.settings());
        if (!now.equals(login)) engine.logins().note(now);
        Login kept = again(login);
        last.put(key(login), new Checked(Instant.now(), kept.version(), ""));
        return kept;
    }

    Login lost(Login login, Fault fault) {
        engine.logins().note(login.lost(Sentence.of(fault.getMessage())));
        return again(login);
    }

    private Login silent(Login login, Fault fault) {
        last.put(key(login), new Checked(Instant.now(), login.version(), Sentence.of(fault.getMessage())));
        return login;
    }

    private Login again(Login login) {
        return engine.logins().find(login.connection(), login.user()).orElse(login);
    }

    void forget(String connection, String user) {
        last.remove(connection + "/" + user);
    }

    static Who who(Standing standing) {
        return new Who(
                standing.user(), standing.email(), standing.role(), standing.until(), Optional.of(Extent.of(standing)));
    }

    /** As far as it is known without asking anybody. */
    Finding known(Account account, Login login) {
        String over = over(account, login);
        if (!over.isEmpty()) return new Finding(State.LOST, over, false);
        String silence = Optional.ofNullable(last.get(key(login)))
                .filter(checked -> checked.version == login.version())
                .map(Checked::trouble)
                .orElse("");
        return new Finding(silence.isEmpty() ? State.CONNECTED : State.LOST, silence, true);
    }

    /** What only the person can mend. */
    private String over(Account account, Login login) {
        if (!login.lost().isEmpty()) return login.lost();
        if (login.isOver(Instant.now())) return "This login ended: connect again.";
        return isSamePlace(account, login)
                ? ""
                : "An administrator has set this system up at another address since: connect again.";
    }

    /** A secret goes to no other system than the one that it was given for. */
    boolean isSamePlace(Account account, Login login) {
        if (login.place().isEmpty()) return true;
        Optional<Descriptor> product =
                engine.network().connector(account.product()).map(Connector::descriptor);
        if (product.isEmpty()) return login.place().equals(account.settings()); // it has just left
        Form form = new Form(product.get());
        return form.isSame(login.place(), account.settings()) && form.isAtSamePlace(login.place(), account.settings());
    }

    private static String key(Login login) {
        return login.connection() + "/" + login.user();
    }
}
