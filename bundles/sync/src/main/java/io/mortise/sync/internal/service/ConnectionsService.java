package io.mortise.sync.internal.service;

import io.mortise.api.Access;
import io.mortise.api.Caller;
import io.mortise.api.Connections;
import io.mortise.api.Refusal;
import io.mortise.api.Secrets;
import io.mortise.connector.Connector;
import io.mortise.connector.Fault;
import io.mortise.model.Part;
import io.mortise.model.Right;
import io.mortise.model.Secret;
import io.mortise.model.Standing;
import io.mortise.sync.internal.remote.Account;
import io.mortise.sync.internal.remote.LiveRemote;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sets up connections: the form comes from the connector's declaration, and nothing is kept that wasn't checked. */
@Component
public final class ConnectionsService implements Connections {
    private static final Right MANAGE = Right.named("connections.manage");
    private final Engine engine;
    private final Secrets secrets;
    private final Keysets keysets;
    private final Trials trials;
    private final OwnLogins own;
    private final Others others;

    @Activate
    public ConnectionsService(@Reference Engine engine, @Reference Secrets secrets) {
        this.engine = engine;
        this.secrets = secrets;
        this.keysets = new Keysets(secrets, () -> engine.store().newId());
        this.trials = new Trials(engine.network(), engine.turn());
        this.own = engine.ownLogins();
        this.others = new Others(engine);
    }

    @Override
    public List<Product> products() {
        return engine.network().connectors().stream()
                .map(Connector::descriptor)
                .map(d ->
                        new Product(d.id(), d.name(), d.part(), new Form(d).settings(), d.personal(), d.isOnPremise()))
                .toList();
    }

    @Override
    public List<Connection> list(Caller caller) {
        require(caller, Right.named("sync.read"));
        return engine.accounts().all().stream().map(this::shown).toList();
    }

    @Override
    public List<Playing> playing(Part part) {
        return engine.accounts().all().stream()
                .filter(account ->
                        engine.network().part(account.id()).filter(part::equals).isPresent())
                .map(this::playing)
                .toList();
    }

    private Playing playing(Account account) {
        String name = engine.network().called(account.id());
        Shown shown = new Shown(engine, keysets);
        return new Playing(
                account.id(),
                name,
                account.enabled(),
                account.without(),
                shown.standstill(account),
                shown.blocked(account));
    }

    @Override
    public Outcome test(Caller caller, String product, Draft draft, Optional<String> kept) {
        require(caller, MANAGE);
        Form form = form(product);
        Optional<Account> known = kept.map(this::find);
        known.ifPresent(account -> staysWith(account, product));
        Account tried = known.orElseGet(() -> Account.of("", product)).settings(settings(form, draft, known));
        return trials.of(tried, secrets(form, draft, known), form);
    }

    @Override
    public Connection add(Caller caller, String product, Draft draft, Terms terms, boolean untested) {
        require(caller, MANAGE);
        Form form = form(product);
        Account usual = Account.of(product + "-" + engine.store().newId(), product)
                .settings(settings(form, draft, Optional.empty()));
        Account wanted = new Conditions(terms).over(usual, form.descriptor().part() != Part.DOCS);
        others.named(wanted);
        others.differ(form, wanted);
        Optional<Standing> found = wanted.enabled() && !untested
                ? Optional.of(mustWork(wanted, draft, form, Optional.empty()))
                : Optional.empty();
        return kept(form, wanted, 0, form.given(draft), true, found);
    }

    @Override
    public Connection change(Caller caller, String id, long version, Draft draft, Terms terms, boolean untested) {
        require(caller, MANAGE);
        Account before = find(id);
        Form form = form(before.product());
        Map<String, Secret> given = form.given(draft);
        Account wanted = new Conditions(terms)
                .over(before.settings(settings(form, draft, Optional.of(before))), before.speaks());
        if (engine.accounts().version(id) != version) throw stale(before);
        others.named(wanted);
        others.differ(form, wanted);
        boolean other = !given.isEmpty() || !wanted.settings().equals(before.settings()) || !before.enabled();
        Optional<Standing> found = wanted.enabled() && other && !untested
                ? Optional.of(mustWork(wanted, draft, form, Optional.of(before)))
                : Optional.empty();
        return kept(form, wanted, version, given, !given.isEmpty(), found);
    }

    /** Secrets first, in a set that nothing points to yet: then one write decides. */
    private synchronized Connection kept(
            Form form,
            Account wanted,
            long version,
            Map<String, Secret> given,
            boolean newSet,
            Optional<Standing> found) {
        others.named(wanted);
        others.differ(form, wanted); // as long as the test took, another one may have come
        found.ifPresent(standing -> others.differ(wanted, standing.account()));
        try {
            Account next = newSet ? keysets.next(wanted, given) : wanted;
            if (!engine.accounts().save(next, version)) throw stale(wanted);
            engine.refresh();
            found.ifPresent(standing -> tested(next, standing));
            keysets.onlyOf(next);
            return shown(next);
        } catch (RuntimeException e) {
            settle(wanted.id(), e);
            throw e;
        }
    }

    /** Whatever came of it, the set that counts stays, and no other one; what can't be tidied now is tidied next time. */
    private void settle(String id, RuntimeException why) {
        try {
            engine.accounts().find(id).ifPresentOrElse(keysets::onlyOf, () -> keysets.noneOf(id));
        } catch (RuntimeException away) {
            why.addSuppressed(away);
        }
    }

    private void tested(Account account, Standing standing) {
        engine.marks().keep(account, standing.account());
        engine.network().live(account.id()).ifPresent(LiveRemote::tested);
    }

    private Standing mustWork(Account wanted, Draft draft, Form form, Optional<Account> known) {
        Outcome outcome = trials.of(wanted, secrets(form, draft, known), form);
        if (outcome.standing().isPresent()) {
            Standing standing = outcome.standing().get();
            if (!standing.account().isEmpty()) others.ask(wanted);
            return standing;
        }
        throw Refusal.invalid(
                "Nothing was saved, because the test failed: " + outcome.trouble(),
                outcome.setting()
                        .map(setting -> Map.of(setting, outcome.trouble()))
                        .orElse(Map.of()));
    }

    private Map<String, String> settings(Form form, Draft draft, Optional<Account> known) {
        return form.check(
                draft,
                name -> known.filter(account -> form.isAtSamePlace(account.settings(), draft.settings()))
                        .filter(account -> keysets.of(account).contains(name))
                        .isPresent(),
                name -> known.filter(account -> keysets.of(account).contains(name))
                        .isPresent());
    }

    private Function<String, Optional<Secret>> secrets(Form form, Draft draft, Optional<Account> known) {
        Map<String, Secret> given = form.given(draft);
        return name -> Optional.ofNullable(given.get(name))
                .or(() -> known.filter(account -> form.isAtSamePlace(account.settings(), draft.settings()))
                        .flatMap(account -> engine.network().keys(account).apply(name)));
    }

    /** Its records stay; what tied them to it is let go. Interrupted, it is left switched off, to be removed again. */
    @Override
    public synchronized void remove(Caller caller, String id) {
        require(caller, MANAGE);
        find(id);
        engine.accounts().edit(id, account -> account.enabled(false));
        engine.refresh();
        new Leaving(engine.store(), engine.accounts(), secrets).of(id);
        engine.wishes().forget(id);
    }

    @Override
    public List<Guarantee> guarantees(Caller caller, String id) {
        require(caller, Right.named("sync.read"));
        Account account = find(id);
        form(account.product());
        Optional<LiveRemote> live = engine.network().live(id);
        if (live.isPresent()) return promises(live.get());
        try (LiveRemote trial = engine.network().trial(account, engine.network().keys(account))) {
            return promises(trial);
        }
    }

    private static List<Guarantee> promises(LiveRemote remote) {
        try {
            if (remote.lanes().isEmpty()) remote.look();
        } catch (Fault fault) {
            throw new Refusal(
                    Refusal.Reason.UNAVAILABLE,
                    "What " + remote.system() + " offers can't be found out now: " + fault.getMessage() + ".");
        }
        return remote.lanes().stream().map(lane -> new Promises(lane).all()).toList();
    }

    @Override
    public List<Mine> mine(Caller caller) {
        return own.mine(caller);
    }

    @Override
    public Access.Link link(Caller caller, Part part) {
        return own.link(caller, part);
    }

    @Override
    public Mine connectMe(Caller caller, String id, long version, Draft draft, boolean asAnother) {
        return own.connect(caller, id, version, draft, asAnother);
    }

    @Override
    public void disconnectMe(Caller caller, String id) {
        own.disconnect(caller, id);
    }

    private Connection shown(Account account) {
        return new Shown(engine, keysets).of(account);
    }

    private Form form(String product) {
        return engine.network()
                .connector(product)
                .map(connector -> new Form(connector.descriptor()))
                .orElseThrow(() ->
                        new Refusal(Refusal.Reason.NOT_FOUND, "No connector for \"" + product + "\" is installed."));
    }

    private Account find(String id) {
        return engine.accounts()
                .find(id)
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, "There is no such connection."));
    }

    private static void staysWith(Account account, String product) {
        if (account.product().equals(product)) return;
        throw new Refusal(
                Refusal.Reason.INVALID,
                "A connection stays with its product: add another one for " + product + ", and remove this one if"
                        + " it isn't needed any more.");
    }

    private Refusal stale(Account now) {
        return Refusal.stale(
                "Somebody has changed this connection meanwhile: read it again.",
                Map.of("settings", now.settings(), "enabled", now.enabled()));
    }

    private static void require(Caller caller, Right right) {
        if (!caller.may(right))
            throw new Refusal(Refusal.Reason.DENIED, "Your role doesn't include the right " + right.name() + ".");
    }
}
