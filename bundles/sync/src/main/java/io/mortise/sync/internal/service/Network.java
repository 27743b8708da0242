package io.mortise.sync.internal.service;

import io.mortise.api.Secrets;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.model.Outage;
import io.mortise.model.Part;
import io.mortise.model.Secret;
import io.mortise.sync.internal.pace.Budget;
import io.mortise.sync.internal.pace.Ledger;
import io.mortise.sync.internal.pace.Turn;
import io.mortise.sync.internal.remote.Account;
import io.mortise.sync.internal.remote.Contact;
import io.mortise.sync.internal.remote.Line;
import io.mortise.sync.internal.remote.LiveRemote;
import io.mortise.sync.internal.remote.Remote;
import io.mortise.sync.internal.remote.Remotes;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The systems that are connected now: accounts that are switched on and whose connector is here. Thread-safe. */
final class Network implements Remotes {
    private static final Logger LOG = LoggerFactory.getLogger(Network.class);
    /** A person waits. */
    private static final Duration TRIAL = Duration.ofSeconds(8);

    private static final List<Part> ORDER = List.of(Part.PSA, Part.DOCS, Part.RMM);
    private final Accounts accounts;
    private final Ledgers ledgers;
    private final KeptWords words;
    private final Secrets secrets;
    private final Turn turn;
    private final BooleanSupplier inside;
    private final Clock clock;
    private final HttpClient client = Line.open();
    private final Map<String, Connector> connectors = new ConcurrentHashMap<>();
    private final Map<String, LiveRemote> live = new ConcurrentHashMap<>();
    /** By connection, while it is switched on; they outlive connectors and rests. */
    private final Map<String, Met> met = new ConcurrentHashMap<>();

    /** By connection; they outlive connectors and settings. */
    private final Map<String, Budget> budgets = new ConcurrentHashMap<>();
    /** By connection, also of those whose connector is away. */
    private final Map<String, Part> parts = new ConcurrentHashMap<>();

    /** Connections that something is done to which none of their calls may see half. */
    private final Set<String> resting = ConcurrentHashMap.newKeySet();

    /** By connection, of all that are kept. */
    private volatile Map<String, String> names = Map.of();
    /** What products are called, also while their connectors are stopped. */
    private final Map<String, String> products = new ConcurrentHashMap<>();

    private volatile List<String> expected = List.of();
    private volatile boolean whole = true;

    /** @param account as which it was met */
    private record Met(Account account, Contact contact) {
        boolean isSo(Account now) {
            return account.settings().equals(now.settings()) && account.keys().equals(now.keys());
        }
    }

    Network(
            Accounts accounts,
            Ledgers ledgers,
            KeptWords words,
            Secrets secrets,
            Turn turn,
            BooleanSupplier inside,
            Clock clock) {
        this.accounts = accounts;
        this.words = words;
        this.ledgers = ledgers;
        this.secrets = secrets;
        this.turn = turn;
        this.inside = inside;
        this.clock = clock;
        parts.putAll(accounts.parts());
        refresh();
    }

    void arrive(Connector connector) {
        connectors.put(connector.descriptor().id(), connector);
        refresh();
    }

    /** By identity: the successor may have come before the old one leaves. */
    void leave(Connector connector) {
        connectors.values().remove(connector);
        live.values().stream().filter(remote -> remote.isOf(connector)).forEach(LiveRemote::close);
        refresh();
    }

    /** After accounts or connectors have changed: what is the same stays open. */
    synchronized void refresh() {
        whole = true;
        try {
            compare();
        } catch (Outage e) {
            missed(e);
        }
    }

    /** False if the store was away at the last refresh, which is then worth another. */
    boolean isWhole() {
        return whole;
    }

    private void missed(Outage e) {
        whole = false;
        LOG.warn("Connections can't be opened now; it is tried again", e);
    }

    private void compare() {
        List<Account> all = accounts.all();
        name(all);
        List<Account> enabled = all.stream().filter(Account::enabled).toList();
        expected = enabled.stream().map(Account::id).toList();
        met.keySet().retainAll(expected);
        Map<String, Account> wanted = new ConcurrentHashMap<>();
        Set<String> closed = new HashSet<>(resting);
        words.changes().forEach(change -> closed.add(change.connection())); // half in the old words
        for (Account account : enabled)
            if (connectors.containsKey(account.product()) && !closed.contains(account.id()))
                wanted.put(account.id(), account);
        live.entrySet().removeIf(entry -> {
            Account account = wanted.get(entry.getKey());
            boolean same = account != null
                    && entry.getValue().account().name(account.name()).equals(account)
                    && entry.getValue().isOf(connectors.get(account.product()));
            if (!same) entry.getValue().close();
            return !same;
        });
        wanted.forEach((id, account) -> live.computeIfAbsent(id, key -> opened(account)));
    }

    /** One that can't be opened keeps no other from it. */
    private LiveRemote opened(Account account) {
        try {
            return open(account);
        } catch (Outage e) {
            missed(e);
            return null;
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Connection {} can't be opened", account.id(), e);
            return null; // stays absent
        }
    }

    private LiveRemote open(Account account) {
        LOG.info("Connection {} is on", account.id());
        Part part = connectors.get(account.product()).descriptor().part();
        if (!part.equals(parts.get(account.id()))) accounts.plays(account.id(), part);
        parts.put(account.id(), part);
        Budget budget = budgets.computeIfAbsent(account.id(), id -> new Budget(ledgers.of(id), clock));
        Contact contact = met.compute(
                        account.id(),
                        (id, before) ->
                                before != null && before.isSo(account) ? before : new Met(account, new Contact()))
                .contact;
        return remote(account, keys(account), budget)
                .contact(contact)
                .words(words.of(account.id()))
                .called(() -> called(account.id()));
    }

    /** Takes a connection out of use, as if its connector were away; from the next refresh on. */
    void rest(String id, boolean rests) {
        if (rests) resting.add(id);
        else resting.remove(id);
    }

    /** A connection of its own, for a test; the caller closes it. */
    LiveRemote trial(Account account, Function<String, Optional<Secret>> given) {
        Connector connector = connectors.get(account.product());
        Budget budget = new Budget(Ledger.NONE, clock);
        return new LiveRemote(
                account, connector, given, line(account), budget, turn, inside, clock, TRIAL, Optional.empty());
    }

    /** The system as one person sees it, within the connection's own budget; the caller closes it. */
    LiveRemote personal(Account account, Function<String, Optional<Secret>> own, String email) {
        Connector connector = connectors.get(account.product());
        Budget budget = budgets.computeIfAbsent(account.id(), id -> new Budget(ledgers.of(id), clock));
        return new LiveRemote(
                        account, connector, own, line(account), budget, turn, inside, clock, TRIAL, Optional.of(email))
                .called(() -> called(account.id()));
    }

    private LiveRemote remote(Account account, Function<String, Optional<Secret>> given, Budget budget) {
        Connector connector = connectors.get(account.product());
        return new LiveRemote(account, connector, given, line(account), budget, turn, inside, clock);
    }

    /** Whoever believes one certificate alone has a client of its own. */
    private HttpClient line(Account account) {
        return account.pin().isEmpty() ? client : Line.open(account.pin());
    }

    /** The secrets that a connection has now, by their settings' names. */
    Function<String, Optional<Secret>> keys(Account account) {
        return name -> secrets.find(secretName(account, name));
    }

    /** Where those of all sets are kept. */
    static String secretNames(String connection) {
        return "connection/" + connection + "/";
    }

    /** Those of the first set have no part of their own in the name. */
    static String secretName(Account account, String setting) {
        return secretNames(account.id()) + (account.keys().isEmpty() ? "" : account.keys() + "/") + setting;
    }

    /** What people call a connection; its id if there is none. */
    String called(String id) {
        return names.getOrDefault(id, id);
    }

    private void name(List<Account> all) {
        Called called = new Called(all);
        Map<String, String> now = new TreeMap<>();
        for (Account account : all) {
            Optional<Descriptor> product = connector(account.product()).map(Connector::descriptor);
            product.ifPresent(known -> products.put(account.product(), known.name()));
            String vendor = products.getOrDefault(account.product(), account.product());
            now.put(account.id(), called.of(account, vendor, product));
        }
        names = now;
    }

    List<Connector> connectors() {
        return connectors.values().stream()
                .sorted(Comparator.comparing(c -> c.descriptor().name()))
                .toList();
    }

    Optional<Connector> connector(String product) {
        return Optional.ofNullable(connectors.get(product));
    }

    Optional<LiveRemote> live(String id) {
        return Optional.ofNullable(live.get(id));
    }

    List<LiveRemote> open() {
        return live.values().stream()
                .sorted(Comparator.<LiveRemote>comparingInt(r -> rank(r.part())).thenComparing(Remote::id))
                .toList();
    }

    @Override
    public List<Remote> all() {
        return new ArrayList<>(open());
    }

    @Override
    public List<String> absent() {
        return expected.stream().filter(id -> !live.containsKey(id)).toList();
    }

    @Override
    public Optional<Part> part(String id) {
        return Optional.ofNullable(parts.get(id));
    }

    private static int rank(Part part) {
        int place = ORDER.indexOf(part);
        return place < 0 ? ORDER.size() : place;
    }

    void close() {
        live.values().forEach(LiveRemote::close);
        live.clear();
    }
}
