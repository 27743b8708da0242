package io.mortise.sync.internal.service;

import io.mortise.api.Events;
import io.mortise.api.Secrets;
import io.mortise.api.Vocabulary;
import io.mortise.connector.Connector;
import io.mortise.model.Ref;
import io.mortise.store.Json;
import io.mortise.store.Store;
import io.mortise.sync.internal.engine.Choices;
import io.mortise.sync.internal.engine.Ground;
import io.mortise.sync.internal.engine.Intake;
import io.mortise.sync.internal.engine.Resync;
import io.mortise.sync.internal.engine.Work;
import io.mortise.sync.internal.pace.Turn;
import io.mortise.sync.internal.remote.LiveRemote;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The engine in the product: puts the parts together, gives them threads, and takes connectors in and out while they
 * run. One of the three places that hold services that come and go.
 */
@Component(service = Engine.class, immediate = true)
public final class Engine {
    private static final String SANDBOX = "io.mortise.sandbox";
    /** Says that the product runs where the vendors' systems are. */
    private static final String PRIVATE = "mortise.sync.private";

    /** Its thread is the JDK's. */
    private static final Executor SOON = CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS);

    private final Clock clock = Clock.systemUTC();
    private final Json json = new Json();
    private final Turn turn = new Turn();
    private final AtomicReference<Optional<Events>> events = new AtomicReference<>(Optional.empty());
    private final Lexicon lexicon = new Lexicon();
    private final Store store;
    private final Accounts accounts;
    private final Marks marks;
    private final Heard heard;
    private final Rewordings rewordings;
    private final Network network;
    private final Logins logins;
    private final Persons persons;
    private final OwnLogins ownLogins;
    private final Sight sight;
    private final Ground ground;
    private final Choices choices;
    private final Workers workers;
    private final Progress progress;
    private final Outlook outlook;
    private final Map<LiveRemote, Reader> readers = new ConcurrentHashMap<>();
    private final Wishes wishes = new Wishes();
    private final AtomicBoolean retries = new AtomicBoolean();
    private volatile boolean stopped;

    @Activate
    public Engine(@Reference Store store, @Reference Secrets secrets, BundleContext framework) {
        this(store, secrets, () -> Boolean.parseBoolean(framework.getProperty(PRIVATE)) || hasSandbox(framework));
    }

    Engine(Store store, Secrets secrets, BooleanSupplier inside) {
        this(store, secrets, inside, Rewordings.GATHERS);
    }

    /**
     * @param inside may connections call this machine and private networks?
     * @param gathers how long more words are waited for after one
     */
    Engine(Store store, Secrets secrets, BooleanSupplier inside, Duration gathers) {
        this.store = store;
        this.accounts = new Accounts(store, json, clock);
        this.marks = new Marks(store, json, clock);
        this.heard = new Heard(store, json, clock, SOON);
        KeptWords words = new KeptWords(store, json, clock);
        this.network = new Network(accounts, new Ledgers(store, json, clock), words, secrets, turn, inside, clock);
        this.logins = new Logins(store, json, secrets, clock);
        this.persons = new Persons(network, logins);
        this.ownLogins = new OwnLogins(this);
        this.sight = new Sight(this, new Wholes(store, json, clock));
        this.ground = new Ground(store, lexicon, network, clock, new SecureRandom(), json);
        this.choices = new Choices(ground);
        this.workers = new Workers(ground, new Work(ground, choices));
        this.rewordings = new Rewordings(
                words, ground, network, workers, this::refresh, () -> SOON.execute(this::resumeWords), gathers);
        this.progress = new Progress(store, json, clock, events);
        this.outlook = new Outlook(store, network, progress, clock).start();
        rewordings.resume();
    }

    private static boolean hasSandbox(BundleContext framework) {
        return Stream.of(framework.getBundles())
                .anyMatch(bundle -> SANDBOX.equals(bundle.getSymbolicName()) && bundle.getState() == Bundle.ACTIVE);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addConnector(Connector connector) {
        network.arrive(connector);
        refresh();
    }

    void removeConnector(Connector connector) {
        network.leave(connector);
        refresh();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addVocabulary(Vocabulary vocabulary) {
        lexicon.add(vocabulary);
    }

    void removeVocabulary(Vocabulary vocabulary) {
        lexicon.remove(vocabulary);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void addEvents(Events service) {
        events.set(Optional.of(service));
    }

    void removeEvents(Events service) {
        events.updateAndGet(now -> now.filter(e -> e != service));
    }

    @Deactivate
    void stop() {
        stopped = true;
        readers.values().forEach(Reader::stop);
        outlook.close();
        workers.close();
        ownLogins.close();
        persons.close();
        network.close();
    }

    /** For the browsers that look on, where there are any. */
    void tell(String topic, Ref about, Map<String, String> what) {
        events.get().ifPresent(service -> service.tell(topic, about, what));
    }

    /** After a connection or a connector has changed: a reader for each system that is connected. */
    synchronized void refresh() {
        if (stopped) return;
        network.refresh();
        readers.entrySet().removeIf(entry -> {
            boolean gone = network.live(entry.getKey().id()).orElse(null) != entry.getKey();
            if (gone) entry.getValue().stop();
            return gone;
        });
        persons.refresh();
        network.open().forEach(remote -> readers.computeIfAbsent(remote, this::start));
        workers.ring();
        if (!network.isWhole() && !retries.getAndSet(true)) SOON.execute(this::again);
    }

    private void resumeWords() {
        if (!stopped) rewordings.resume();
    }

    private void again() {
        retries.set(false);
        refresh();
    }

    private Reader start(LiveRemote remote) {
        Reader reader = new Reader(
                        remote, new Intake(ground), new Resync(ground), progress, wishes, workers::ring, clock)
                .after(rewordings.pause(remote.id()));
        Names.of("mortise-read-" + remote.id()).newThread(reader).start();
        return reader;
    }

    Optional<Reader> reader(String connection) {
        return network.live(connection).map(readers::get);
    }

    Store store() {
        return store;
    }

    Sight sight() {
        return sight;
    }

    Ground ground() {
        return ground;
    }

    Rewordings rewordings() {
        return rewordings;
    }

    Accounts accounts() {
        return accounts;
    }

    Marks marks() {
        return marks;
    }

    Heard heard() {
        return heard;
    }

    Network network() {
        return network;
    }

    Logins logins() {
        return logins;
    }

    OwnLogins ownLogins() {
        return ownLogins;
    }

    Persons persons() {
        return persons;
    }

    Choices choices() {
        return choices;
    }

    Workers workers() {
        return workers;
    }

    Progress progress() {
        return progress;
    }

    Outlook outlook() {
        return outlook;
    }

    Wishes wishes() {
        return wishes;
    }

    Turn turn() {
        return turn;
    }

    Lexicon lexicon() {
        return lexicon;
    }
}
