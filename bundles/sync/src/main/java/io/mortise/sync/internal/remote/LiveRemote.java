package io.mortise.sync.internal.remote;

import io.mortise.api.Connections.State;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Fault;
import io.mortise.connector.Http;
import io.mortise.connector.Lane;
import io.mortise.connector.Token;
import io.mortise.model.Part;
import io.mortise.model.Secret;
import io.mortise.model.Standing;
import io.mortise.sync.internal.pace.Budget;
import io.mortise.sync.internal.pace.Terms;
import io.mortise.sync.internal.pace.Turn;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A connected system, live: sessions of its connector behind one sign-in, one budget and one guard. Ends when the
 * connection is changed or the connector leaves; the budget outlives it.
 */
public final class LiveRemote implements Remote, AutoCloseable {
    private final Account account;
    private final Connector connector;
    private final Descriptor descriptor;
    private final Budget budget;
    private final Sent sent = new Sent();
    private final Routed routed = new Routed();
    private final Sessions sessions;
    private final Guard guard;
    private final Incoming incoming;
    private volatile Supplier<String> name;
    private volatile Wording wording = Wording.NONE;

    /**
     * @param budget what earlier lives of this connection have spent is known to it
     * @param sandbox are there simulated vendors on this machine?
     */
    public LiveRemote(
            Account account,
            Connector connector,
            Function<String, Optional<Secret>> secrets,
            HttpClient client,
            Budget budget,
            Turn turn,
            BooleanSupplier sandbox,
            Clock clock) {
        this(account, connector, secrets, client, budget, turn, sandbox, clock, Gate.PATIENCE, Optional.empty());
    }

    /**
     * @param patience how long an answer may take
     * @param person whose own login this is, by e-mail; the tenant's if empty
     */
    public LiveRemote(
            Account account,
            Connector connector,
            Function<String, Optional<Secret>> secrets,
            HttpClient client,
            Budget budget,
            Turn turn,
            BooleanSupplier sandbox,
            Clock clock,
            Duration patience,
            Optional<String> person) {
        this.account = account;
        this.connector = connector;
        this.descriptor = connector.descriptor();
        this.name = descriptor::name;
        this.budget = budget;
        budget.on(new Terms(descriptor.rates(), account.share(), account.speed()));
        Lent bare = new Lent(account, secrets, person, Optional.empty(), LiveRemote::stays, clock);
        Origin origin = Origin.of(
                () -> descriptor.base(bare),
                () -> descriptor.others(bare),
                () -> descriptor.isOnPremise() || sandbox.getAsBoolean());
        Function<Token, Gate> gate = token -> new Gate(client, origin, budget, turn, sent, token, clock, patience);
        Gate open = gate.apply(Token.NONE);
        SignIn signIn = new SignIn(
                connector, last -> new Lent(account, secrets, person, last, open, clock), clock, person.isPresent());
        this.sessions = new Sessions(
                connector,
                signIn,
                token -> new Lent(account, secrets, person, Optional.empty(), gate.apply(token), clock));
        String called = account.id().isEmpty() ? account.product() : account.id();
        this.guard = new Guard(called, this::system, origin, sent, clock);
        this.incoming = new Incoming(connector, bare);
    }

    private static Http.Response stays(Http.Request request) throws Fault {
        throw Fault.of(Fault.Remedy.REPORT, "Nothing is asked before a connection is open");
    }

    /** Its own calls. */
    public Incoming incoming() {
        return incoming;
    }

    @Override
    public <R> R call(String type, Ask<R> ask) throws Fault {
        return guarded(open -> {
            Lane lane = account.syncs(type) ? open.lanes().get(type) : null;
            if (lane == null) throw Fault.of(Fault.Remedy.REPORT, system() + " doesn't exchange " + type);
            List<String> before = sent.routes();
            try {
                return ask.of(lane);
            } finally {
                routed.note(type, before, sent.routes());
            }
        });
    }

    /** Under which names the vendor counts what was asked of it for a type. */
    public Set<String> routes(String type) {
        return routed.of(type);
    }

    /** Signs in and asks who we are: "Test connection". */
    public Standing standing() throws Fault {
        return guarded(open -> open.session().standing());
    }

    /** Finds out what can be exchanged; to be called before anything else, and again after a while. */
    public void look() throws Fault {
        guarded(open -> true);
    }

    private <R> R guarded(Sessions.Use<R> use) throws Fault {
        return guard.call(sessions, use);
    }

    @Override
    public void close() {
        guard.close();
        sessions.close();
    }

    @Override
    public long answersSince() {
        return guard.answersSince();
    }

    /** What an admin must do, in words; "" when all is well. */
    public String trouble() {
        return guard.contact().trouble();
    }

    @Override
    public boolean isRefused() {
        return guard.contact().isRefused();
    }

    public Contact contact() {
        return guard.contact();
    }

    /** Before it is used. @param before how it and its system got on when it was open the last time */
    public LiveRemote contact(Contact before) {
        guard.contact(before);
        return this;
    }

    /** How it stands while it is switched on. */
    public State state() {
        return guard.state();
    }

    /** A test of just these settings has worked. */
    public void tested() {
        guard.contact().succeeded(true);
    }

    /** Why it is left alone, in words; "" while calls are made. */
    public String silence() {
        return guard.silence();
    }

    public Budget budget() {
        return budget;
    }

    public Account account() {
        return account;
    }

    public boolean isOf(Connector other) {
        return connector == other;
    }

    @Override
    public String id() {
        return account.id();
    }

    @Override
    public String system() {
        return name.get();
    }

    /** Before it is used. @param name what people call it now; its product's name otherwise */
    public LiveRemote called(Supplier<String> name) {
        this.name = name;
        return this;
    }

    @Override
    public Part part() {
        return descriptor.part();
    }

    @Override
    public int mapping() {
        return descriptor.mapping();
    }

    @Override
    public boolean speaks() {
        return account.speaks();
    }

    @Override
    public boolean linksEqualNames() {
        return account.equalNames();
    }

    /** Before it is used. */
    public LiveRemote words(Wording said) {
        wording = said;
        return this;
    }

    @Override
    public Wording wording() {
        return wording;
    }

    @Override
    public Timing timing() {
        return account.timing(descriptor.settles());
    }

    @Override
    public Optional<Lane> lane(String type) {
        return Optional.ofNullable(sessions.lanes().get(type)).filter(lane -> account.syncs(type));
    }

    @Override
    public List<String> types() {
        return sessions.lanes().keySet().stream().filter(account::syncs).toList();
    }

    /** All that the session which was opened last can do, also with types that aren't synced; empty before the first. */
    public List<Lane> lanes() {
        return List.copyOf(sessions.lanes().values());
    }
}
