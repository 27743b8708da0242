package io.mortise.sync.internal.service;

import io.mortise.api.Caller;
import io.mortise.api.Connections;
import io.mortise.api.Refusal;
import io.mortise.api.Secrets;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Fault;
import io.mortise.model.Part;
import io.mortise.model.Right;
import io.mortise.model.Setting;
import io.mortise.model.Standing;
import io.mortise.sync.internal.remote.Account;
import io.mortise.sync.internal.remote.LiveRemote;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sets up connections: the form comes from the connector's declaration, and nothing is kept that wasn't checked. */
@Component
public final class ConnectionsService implements Connections {
    private static final Right MANAGE = Right.named("connections.manage");
    private static final String TWO_WAY = "mortise.twoWay";
    private static final String EQUAL_NAMES = "mortise.linkEqualNames";
    private static final String ENABLED = "mortise.enabled";
    private final Engine engine;
    private final Secrets secrets;

    @Activate
    public ConnectionsService(@Reference Engine engine, @Reference Secrets secrets) {
        this.engine = engine;
        this.secrets = secrets;
    }

    @Override
    public List<Product> products() {
        return engine.network().connectors().stream()
                .map(Connector::descriptor)
                .map(d -> new Product(d.id(), d.name(), d.part(), d.settings(), d.personal()))
                .toList();
    }

    @Override
    public List<Connection> list(Caller caller) {
        require(caller, Right.named("sync.read"));
        return engine.accounts().all().stream().map(this::shown).toList();
    }

    @Override
    public Standing test(Caller caller, String product, Draft draft) {
        require(caller, MANAGE);
        Account account = account("", product, draft, Optional.empty());
        try (LiveRemote trial = engine.network()
                .trial(account, name -> Optional.ofNullable(draft.secrets().get(name)))) {
            return trial.standing();
        } catch (Fault fault) {
            throw new Refusal(Refusal.Reason.INVALID, "The test failed: " + fault.getMessage());
        }
    }

    @Override
    public Connection save(Caller caller, Optional<String> id, String product, Draft draft) {
        require(caller, MANAGE);
        Optional<Account> known = id.flatMap(engine.accounts()::find);
        if (id.isPresent() && known.isEmpty()) throw noSuch();
        if (known.isPresent() && !known.get().product().equals(product))
            throw new Refusal(
                    Refusal.Reason.INVALID,
                    "A connection stays with its product: add another one for " + product + ", and remove this one if"
                            + " it isn't needed any more.");
        String name = id.orElseGet(() -> product + "-" + engine.store().newId());
        Account account = account(name, product, draft, known);
        draft.secrets().forEach((setting, secret) -> secrets.keep(Network.secretName(name, setting), secret));
        engine.accounts().save(account);
        engine.refresh();
        return shown(account);
    }

    /** Its records stay; what tied them to it is let go. Interrupted, it is left switched off, to be removed again. */
    @Override
    public void remove(Caller caller, String id) {
        require(caller, MANAGE);
        Account account = engine.accounts().find(id).orElseThrow(ConnectionsService::noSuch);
        engine.accounts().save(off(account));
        engine.refresh();
        new Leaving(engine.store(), engine.accounts(), secrets).of(id);
        engine.wishes().forget(id);
    }

    private static Account off(Account account) {
        return new Account(
                account.id(),
                account.product(),
                account.settings(),
                false,
                account.speaks(),
                account.equalNames(),
                account.share(),
                account.speed(),
                account.poll(),
                account.paused());
    }

    @Override
    public Standing connectMe(Caller caller, String id, Draft draft) {
        throw new Refusal(Refusal.Reason.UNAVAILABLE, "Personal connections aren't offered by this version.");
    }

    @Override
    public void disconnectMe(Caller caller, String id) {
        throw new Refusal(Refusal.Reason.UNAVAILABLE, "Personal connections aren't offered by this version.");
    }

    private Account account(String id, String product, Draft draft, Optional<Account> known) {
        Descriptor descriptor = descriptor(product);
        Map<String, String> settings = new TreeMap<>();
        Map<String, String> wrong = new TreeMap<>();
        for (Setting setting : descriptor.settings()) {
            if (setting.form() == Setting.Form.SECRET) continue;
            String typed = draft.settings().getOrDefault(setting.name(), "");
            try {
                String clean = setting.clean(typed);
                if (clean.isEmpty() && !setting.isOptional()) wrong.put(setting.name(), "is needed");
                settings.put(setting.name(), clean);
            } catch (IllegalArgumentException e) {
                wrong.put(setting.name(), e.getMessage());
            }
        }
        if (!wrong.isEmpty()) throw new Refusal(Refusal.Reason.INVALID, "Please correct: " + wrong);
        Map<String, String> given = draft.settings();
        return new Account(
                id,
                product,
                settings,
                flag(given, ENABLED, known.map(Account::enabled).orElse(true)),
                flag(given, TWO_WAY, known.map(Account::speaks).orElse(descriptor.part() != Part.DOCS)),
                flag(given, EQUAL_NAMES, known.map(Account::equalNames).orElse(false)),
                known.map(Account::share).orElse(0.6),
                known.map(Account::speed).orElse(1.0),
                known.map(Account::poll).orElse(Duration.ZERO),
                known.map(Account::paused).orElse(Set.of()));
    }

    private static boolean flag(Map<String, String> settings, String name, boolean usual) {
        String value = settings.get(name);
        return value == null ? usual : Boolean.parseBoolean(value);
    }

    private Connection shown(Account account) {
        Map<String, String> settings = new TreeMap<>(account.settings());
        settings.put(TWO_WAY, String.valueOf(account.speaks()));
        settings.put(EQUAL_NAMES, String.valueOf(account.equalNames()));
        Part part = engine.network()
                .connector(account.product())
                .map(c -> c.descriptor().part())
                .orElse(new Part("unknown"));
        String trouble =
                engine.network().live(account.id()).map(LiveRemote::trouble).orElse("");
        return new Connection(account.id(), account.product(), part, settings, account.enabled(), trouble);
    }

    private Descriptor descriptor(String product) {
        return engine.network()
                .connector(product)
                .orElseThrow(() ->
                        new Refusal(Refusal.Reason.NOT_FOUND, "No connector for \"" + product + "\" is installed."))
                .descriptor();
    }

    private static Refusal noSuch() {
        return new Refusal(Refusal.Reason.NOT_FOUND, "There is no such connection.");
    }

    private static void require(Caller caller, Right right) {
        if (!caller.may(right))
            throw new Refusal(Refusal.Reason.DENIED, "Your role doesn't include the right " + right.name() + ".");
    }
}
