package io.mortise.access.internal;

import io.mortise.api.Caller;
import io.mortise.api.Refusal;
import io.mortise.api.Sessions;
import io.mortise.model.Secret;
import io.mortise.store.Json;
import io.mortise.store.Store;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Signing in and out, by password, cookie and token. */
@Component
public final class SignedIn implements Sessions {
    private static final int SHORTEST = 10;
    private final Users users;
    private final SessionBook sessions;
    private final TokenBook tokens;
    private final Passwords passwords;
    private final Attempts attempts;
    private final SetUp setUp;
    private final String nobody;

    @Activate
    public SignedIn(BundleContext context, @Reference Store store) {
        this(store, Clock.systemUTC(), new Passwords(new SecureRandom()), SetUp.announced(context));
    }

    SignedIn(Store store, Clock clock, Passwords passwords, SetUp setUp) {
        Json json = new Json();
        Marks marks = new Marks(new SecureRandom());
        this.users = new Users(store, json, clock);
        this.sessions = new SessionBook(store, json, clock, users, marks);
        this.tokens = new TokenBook(store, json, clock, users, marks);
        this.passwords = passwords;
        this.attempts = new Attempts(clock);
        this.setUp = setUp;
        this.nobody = passwords.keep(marks.fresh());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDemoUser(DemoUser user) {
        users.add(user);
    }

    void removeDemoUser(DemoUser user) {
        users.remove(user);
    }

    @Override
    public Session signIn(String user, Secret password, String from) {
        long wait = Math.max(attempts.wait("user " + user), attempts.wait("from " + from));
        if (wait > 0)
            throw new Refusal(
                    Refusal.Reason.DENIED,
                    "Too many failed tries. Wait " + (wait / 1000 + 1) + " seconds, then try again.");
        Optional<User> known = users.find(user).filter(User::active);
        // An unknown name costs the same time, so that nobody learns which names exist.
        boolean right = passwords.matches(password, known.map(User::password).orElse(nobody));
        if (!right || known.isEmpty()) {
            attempts.failed("user " + user);
            attempts.failed("from " + from);
            throw new Refusal(Refusal.Reason.DENIED, "The name or the password is wrong.");
        }
        attempts.succeeded("user " + user);
        attempts.succeeded("from " + from);
        return sessions.begin(known.get());
    }

    @Override
    public Optional<Session> find(Secret cookie) {
        return sessions.find(cookie);
    }

    @Override
    public void end(Secret cookie) {
        sessions.end(cookie);
    }

    @Override
    public Optional<Caller> bearer(Secret token) {
        return tokens.bearer(token);
    }

    @Override
    public NewToken newToken(Caller owner, String name, Optional<Duration> lasts) {
        return tokens.make(owner, name, lasts);
    }

    @Override
    public List<Token> tokens(Caller owner) {
        return tokens.of(owner);
    }

    @Override
    public void endToken(Caller owner, String id) {
        tokens.end(owner, id);
    }

    @Override
    public boolean awaitsSetUp() {
        boolean awaits = users.isEmpty();
        if (awaits) setUp.tell();
        return awaits;
    }

    @Override
    public synchronized Session setUp(Secret code, String user, String name, Secret password) {
        if (!users.isEmpty() || !setUp.isCode(code))
            throw new Refusal(
                    Refusal.Reason.DENIED, "This link has been used or is wrong. Look for the newest one in the log.");
        if (!user.matches("[a-z0-9._@-]{2,64}"))
            throw new Refusal(Refusal.Reason.INVALID, "The user name takes small letters, digits and . _ @ -");
        if (password.reveal().length() < SHORTEST)
            throw new Refusal(Refusal.Reason.INVALID, "The password needs at least " + SHORTEST + " characters.");
        User admin = new User(user, name, "", Role.ADMIN, passwords.keep(password), true);
        users.add(admin);
        return sessions.begin(admin);
    }
}
