package io.mortise.access.internal;

import io.mortise.api.Caller;
import io.mortise.api.Refusal;
import io.mortise.api.Sessions;
import io.mortise.model.Right;
import io.mortise.model.Secret;
import io.mortise.store.Json;
import io.mortise.store.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Signing in and out, by password, cookie and token. */
@Component
public final class SignedIn implements Sessions {
    private static final int SHORTEST = 10;
    /** Failures before one has to wait; many people can share an address. */
    private static final int OF_A_USER = 5;

    private static final int OF_AN_ADDRESS = 50;
    private final Users users;
    private final SessionBook sessions;
    private final TokenBook tokens;
    private final Passwords passwords;
    private final Attempts byUser;
    private final Attempts byAddress;
    private final SetUp setUp;
    private final String nobody;

    @Activate
    public SignedIn(BundleContext context, @Reference Store store) {
        this(
                store,
                Clock.systemUTC(),
                new Passwords(new SecureRandom()),
                new SetUp(Path.of(context.getProperty("mortise.data")), Clock.systemUTC()));
        if (users.isEmpty() && !DemoUser.come(context)) setUp.offer();
        else setUp.withdraw();
    }

    SignedIn(Store store, Clock clock, Passwords passwords, SetUp setUp) {
        Json json = new Json();
        Marks marks = new Marks(new SecureRandom());
        this.users = new Users(store, json, clock);
        this.sessions = new SessionBook(store, json, clock, users, marks);
        this.tokens = new TokenBook(store, json, clock, users, marks);
        this.passwords = passwords;
        this.byUser = new Attempts(clock, OF_A_USER);
        this.byAddress = new Attempts(clock, OF_AN_ADDRESS);
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
        byAddress.begin(from);
        byUser.begin(user);
        Optional<User> known = users.find(user).filter(User::active);
        // An unknown name costs the same time, so that nobody learns which names exist.
        boolean right = passwords.matches(password, known.map(User::password).orElse(nobody));
        if (!right || known.isEmpty()) throw new Refusal(Refusal.Reason.DENIED, "The name or the password is wrong.");
        byUser.succeeded(user);
        byAddress.uncount(from);
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
        requireTokens(owner);
        return tokens.make(owner, name, lasts);
    }

    @Override
    public List<Token> tokens(Caller owner) {
        return tokens.of(owner);
    }

    @Override
    public void endToken(Caller owner, String id) {
        requireTokens(owner);
        tokens.end(owner, id);
    }

    /** Who comes with a token hasn't this right: a token that leaks must not live on in others. */
    private static void requireTokens(Caller owner) {
        if (!owner.may(Right.named(Role.TOKENS)))
            throw new Refusal(
                    Refusal.Reason.DENIED,
                    "Tokens are made and ended by a person who has signed in with a password and has the right "
                            + Role.TOKENS + ".");
    }

    @Override
    public boolean awaitsSetUp() {
        return users.isEmpty();
    }

    @Override
    public synchronized Session setUp(Secret code, String user, String name, Secret password, String from) {
        byAddress.begin(from);
        if (!users.isEmpty() || !setUp.isCode(code))
            throw new Refusal(
                    Refusal.Reason.DENIED,
                    "This link has been used, is too old or is wrong. If nobody can sign in yet, start Mortise again: it"
                            + " prints a new one.");
        byAddress.uncount(from);
        if (!user.matches("[a-z0-9._@-]{2,64}"))
            throw new Refusal(Refusal.Reason.INVALID, "The user name takes small letters, digits and . _ @ -");
        if (password.reveal().length() < SHORTEST)
            throw new Refusal(Refusal.Reason.INVALID, "The password needs at least " + SHORTEST + " characters.");
        User admin = new User(user, name, "", Role.ADMIN, passwords.keep(password), true);
        users.add(admin);
        setUp.withdraw();
        return sessions.begin(admin);
    }

    /** What was offered is worthless without this process. */
    @Deactivate
    void stop() {
        setUp.withdraw();
    }
}
