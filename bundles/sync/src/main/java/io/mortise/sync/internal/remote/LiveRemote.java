package io.mortise.sync.internal.remote;

import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.connector.Session;
import io.mortise.connector.Token;
import io.mortise.model.Part;
import io.mortise.model.Secret;
import io.mortise.model.Standing;
import io.mortise.sync.internal.pace.Breaker;
import io.mortise.sync.internal.pace.Budget;
import io.mortise.sync.internal.pace.Turn;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connected system, live: sessions of its connector, each used by one thread at a time, behind one sign-in, one
 * budget and one breaker. Ends when the connection is changed or the connector leaves.
 */
public final class LiveRemote implements Remote, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRemote.class);
    private final Account account;
    private final Connector connector;
    private final Descriptor descriptor;
    private final Budget budget;
    private final Breaker breaker;
    private final SignIn signIn;
    private final Function<Token, Lent> lend;
    private final ConcurrentLinkedDeque<Open> idle = new ConcurrentLinkedDeque<>();
    private volatile Map<String, Lane> lanes = Map.of();
    private volatile String trouble = "";
    private volatile boolean closed;

    private record Open(Session session, Map<String, Lane> lanes, Token token) {}

    public LiveRemote(
            Account account,
            Connector connector,
            Function<String, Optional<Secret>> secrets,
            HttpClient client,
            Turn turn,
            Clock clock) {
        this.account = account;
        this.connector = connector;
        this.descriptor = connector.descriptor();
        this.budget = new Budget(descriptor.rates(), account.share(), account.speed(), clock);
        this.breaker = new Breaker(clock, Duration.ofSeconds(30));
        Lent bare = new Lent(account, secrets, Optional.empty(), null, clock);
        URI base = URI.create(descriptor.base(bare));
        this.lend = token -> {
            Gate gate = new Gate(client, base, budget, turn, () -> token, clock, Gate.PATIENCE);
            return new Lent(account, secrets, Optional.empty(), gate, clock);
        };
        Gate open = new Gate(client, base, budget, turn, () -> Token.NONE, clock, Gate.PATIENCE);
        this.signIn = new SignIn(connector, last -> new Lent(account, secrets, last, open, clock), clock);
    }

    @Override
    public <R> R call(String type, Ask<R> ask) throws Fault {
        return guarded(() -> tried(type, ask, true));
    }

    /** Signs in and asks who we are: "Test connection". */
    public Standing standing() throws Fault {
        return guarded(() -> {
            Open open = take();
            Standing standing = open.session.standing();
            give(open);
            return standing;
        });
    }

    /** Finds out what can be exchanged; to be called before anything else, and again after a while. */
    public void look() throws Fault {
        guarded(() -> {
            give(take());
            return null;
        });
    }

    private <R> R tried(String type, Ask<R> ask, boolean again) throws Fault {
        Open open = take();
        try {
            Lane lane = open.lanes.get(type);
            if (lane == null) throw Fault.of(Fault.Remedy.REPORT, system() + " doesn't exchange " + type);
            R answer = ask.of(lane);
            give(open);
            return answer;
        } catch (Fault fault) {
            if (fault.remedy() != Fault.Remedy.SIGN_IN) {
                give(open);
                throw fault;
            }
            signIn.reject(open.token);
            open.session.close();
            if (!again) throw fault;
            return tried(type, ask, false);
        }
    }

    private <R> R guarded(Call<R> call) throws Fault {
        if (closed) throw Fault.of(Fault.Remedy.RETRY, system() + " has just been disconnected");
        Optional<Duration> rest = breaker.closedFor();
        if (rest.isPresent()) throw slow(rest.get());
        try {
            R answer = call.now();
            breaker.answered();
            trouble = "";
            return answer;
        } catch (Fault fault) {
            note(fault);
            throw fault;
        } catch (RuntimeException defect) {
            breaker.answered();
            LOG.error("The connector of {} failed", account.id(), defect);
            throw Fault.of(Fault.Remedy.REPORT, system() + "'s connector failed: see the log", defect);
        }
    }

    private Fault slow(Duration rest) {
        Fault wait = Fault.slowDown(rest, true);
        return Fault.of(Fault.Remedy.RETRY, system() + " is left alone for a while: " + breaker.trouble(), wait);
    }

    private void note(Fault fault) {
        boolean silent =
                fault.after().isZero() && (fault.remedy() == Fault.Remedy.RETRY || fault.remedy() == Fault.Remedy.LOOK);
        if (silent) breaker.silent(fault.getMessage());
        else breaker.answered();
        if (fault.remedy() == Fault.Remedy.SIGN_IN) trouble = fault.getMessage();
    }

    private Open take() throws Fault {
        Token token = signIn.token();
        for (Open open = idle.poll(); open != null; open = idle.poll()) {
            if (open.token == token) return open;
            open.session.close();
        }
        return open();
    }

    private Open open() throws Fault {
        Token token = signIn.token();
        Session session = connector.open(lend.apply(token));
        Map<String, Lane> here = new LinkedHashMap<>();
        session.lanes().forEach(lane -> here.put(lane.type().name(), lane));
        lanes = here;
        return new Open(session, here, token);
    }

    private void give(Open open) {
        idle.push(open);
        if (closed) drain();
    }

    private void drain() {
        for (Open open = idle.poll(); open != null; open = idle.poll()) open.session.close();
    }

    @Override
    public void close() {
        closed = true;
        drain();
    }

    /** What an admin must do, in words; "" when all is well. */
    public String trouble() {
        return trouble;
    }

    /** Why it is left alone, in words; "" while calls are made. */
    public String silence() {
        return breaker.trouble();
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
        return descriptor.name();
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

    @Override
    public Timing timing() {
        return account.timing(descriptor.settles());
    }

    @Override
    public Optional<Lane> lane(String type) {
        return Optional.ofNullable(lanes.get(type));
    }

    @Override
    public List<String> types() {
        return List.copyOf(lanes.keySet());
    }

    @FunctionalInterface
    private interface Call<R> {
        R now() throws Fault;
    }
}
