package io.mortise.sync.internal.service;

import io.mortise.api.Access.Link;
import io.mortise.api.Access.Link.State;
import io.mortise.api.Caller;
import io.mortise.api.Connections.Draft;
import io.mortise.api.Connections.Mine;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Fault;
import io.mortise.model.Part;
import io.mortise.model.Secret;
import io.mortise.sync.internal.remote.Account;
import io.mortise.sync.internal.remote.LiveRemote;
import io.mortise.sync.internal.service.Login.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** People's own logins: connected, ended, and how they stand. */
final class OwnLogins implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnLogins.class);
    private static final Duration ONCE = Duration.ofMinutes(1);
    private final Engine engine;
    private final LoginCheck check;
    /** When somebody waited last for what a login may see, by login. */
    private final Map<String, Instant> waited = new ConcurrentHashMap<>();

    private final LoginRound round;

    /** @param remote the system as this person sees it */
    record Own(Account account, Login login, LiveRemote remote) {}

    OwnLogins(Engine engine) {
        this.engine = engine;
        this.check = new LoginCheck(engine);
        this.round = new LoginRound(check);
    }

    List<Mine> mine(Caller caller) {
        List<Account> offered = offered();
        Map<Account, Login> logins = new LinkedHashMap<>();
        offered.forEach(account -> login(account, caller).ifPresent(login -> logins.put(account, login)));
        Set<String> unanswered = round.unanswered(logins, caller.email());
        return offered.stream()
                .map(account -> unanswered.contains(account.id()) ? unanswered(account, caller) : mine(account, caller))
                .toList();
    }

    /** As it is known, but for whether it works now. */
    private Mine unanswered(Account account, Caller caller) {
        String why = engine.network().called(account.id()) + " has not answered yet: look again in a moment.";
        return mine(account, caller, finding -> new LoginCheck.Finding(State.LOST, why, true));
    }

    Link link(Caller caller, Part part) {
        return offered().stream()
                .filter(account -> descriptor(account).part().equals(part))
                .map(account -> mine(account, caller))
                .min(Comparator.comparing(Mine::state, Comparator.comparing(OwnLogins::rank)))
                .map(mine -> new Link(
                        mine.state(), mine.name(), Optional.of(mine.role()).filter(role -> !role.isEmpty())))
                .orElse(new Link(State.ABSENT, "", Optional.empty()));
    }

    private static int rank(State state) {
        return List.of(State.CONNECTED, State.LOST, State.NOT_CONNECTED, State.ABSENT)
                .indexOf(state);
    }

    /**
     * How a person stands with a system, for whoever must know it often: asked for in the background, and waited for only
     * where nothing was heard for some minutes.
     *
     * @param account one that is offered
     */
    Optional<Login> told(Account account, Caller caller) {
        Optional<Login> login = login(account, caller);
        if (login.isEmpty()) return login;
        boolean known = login.get().who().extent().isPresent();
        if (known && (check.isTrusted(login.get()) || hasWaited(login.get()))) {
            round.remind(account, login.get(), caller.email());
            return login;
        }
        round.unanswered(Map.of(account, login.get()), caller.email());
        return login(account, caller);
    }

    /** Nobody waits twice in a minute for what doesn't come; else it is noted that now somebody does. */
    private boolean hasWaited(Login login) {
        Instant now = Instant.now();
        String key = login.connection() + "/" + login.user();
        Instant before = waited.get(key);
        if (before != null && before.plus(ONCE).isAfter(now)) return true;
        waited.put(key, now);
        return false;
    }

    /** Has its system not told how it stands, when it was asked last? */
    boolean isSilent(Login login) {
        return check.isSilent(login);
    }

    /** Why a login doesn't count at this moment, in a sentence; empty if it counts. */
    Optional<String> over(Account account, Login login) {
        LoginCheck.Finding finding = check.known(account, login);
        return finding.passing() ? Optional.empty() : Optional.of(finding.trouble());
    }

    /** Switched on, its connector here, and people connect to it. */
    private List<Account> offered() {
        return engine.network().open().stream()
                .map(LiveRemote::account)
                .filter(account -> !descriptor(account).personal().isEmpty())
                .toList();
    }

    private Mine mine(Account account, Caller caller) {
        return mine(account, caller, UnaryOperator.identity());
    }

    private Mine mine(Account account, Caller caller, UnaryOperator<LoginCheck.Finding> saying) {
        Descriptor product = descriptor(account);
        Optional<Login> login = login(account, caller);
        Who who = login.map(Login::who).orElse(Who.UNKNOWN);
        Optional<LoginCheck.Finding> finding =
                login.map(l -> check.known(account, l)).map(saying);
        return new Mine(
                account.id(),
                login.map(Login::version).orElse(0L),
                product.id(),
                engine.network().called(account.id()),
                product.part(),
                product.personal(),
                new TreeMap<>(login.map(Login::settings).orElse(Map.of())),
                login.map(engine.logins()::secrets).orElse(Set.of()),
                finding.map(LoginCheck.Finding::state).orElse(State.NOT_CONNECTED),
                who.name(),
                who.email(),
                who.role(),
                login.map(Login::since),
                who.ends(),
                finding.map(LoginCheck.Finding::trouble).orElse("Not connected yet."));
    }

    Mine connect(Caller caller, String id, long version, Draft draft, boolean asAnother) {
        Account account = account(id);
        Form form = Form.personal(descriptor(account));
        Optional<Login> before = login(account, caller);
        Optional<Login> usable = before.filter(login -> check.isSamePlace(account, login));
        Map<String, String> settings = form.check(
                draft,
                name -> usable.filter(l -> engine.logins().secrets(l).contains(name))
                        .isPresent(),
                name -> before.filter(l -> engine.logins().secrets(l).contains(name))
                        .isPresent());
        if (before.map(Login::version).orElse(0L) != version) throw stale(mine(account, caller));
        Map<String, Secret> given = form.given(draft);
        Map<String, Secret> all = secrets(usable, form, given);
        Who who = tried(account, form, settings, all, caller);
        same(caller, who, engine.network().called(id), asAnother);
        Login wanted = new Login(id, caller.id(), version, settings, account.settings(), "", who, Instant.now(), "");
        Optional<Login> kept = engine.logins().keep(wanted, all);
        if (kept.isEmpty()) throw stale(mine(account, caller));
        engine.persons().end(id, caller.id());
        check.forget(id, caller.id());
        LOG.info("{} has connected in person to {}", caller.id(), id);
        return mine(account, caller);
    }

    /** Who gives one secret signs in with that: an optional one of before, such as a token, doesn't outlive it. */
    private Map<String, Secret> secrets(Optional<Login> usable, Form form, Map<String, Secret> given) {
        Map<String, Secret> all = new TreeMap<>();
        usable.ifPresent(login -> engine.logins().secrets(login).stream()
                .filter(name -> given.isEmpty() || !form.isOptional(name))
                .forEach(name -> engine.logins().secret(login, name).ifPresent(secret -> all.put(name, secret))));
        all.putAll(given);
        return all;
    }

    private Who tried(
            Account account, Form form, Map<String, String> settings, Map<String, Secret> secrets, Caller caller) {
        try (LiveRemote trial = engine.persons().trial(account, settings, secrets, caller.email())) {
            return LoginCheck.who(engine.turn().personally(trial::standing));
        } catch (Fault fault) {
            throw refused(form, fault);
        }
    }

    private static Refusal refused(Form form, Fault fault) {
        String why = Sentence.of(fault.getMessage());
        Optional<String> setting = fault.setting()
                .filter(name -> form.settings().stream().anyMatch(s -> s.name().equals(name)));
        boolean theirs = fault.remedy() == Fault.Remedy.SIGN_IN
                || fault.remedy() == Fault.Remedy.ASK_ADMIN
                || fault.remedy() == Fault.Remedy.CORRECT;
        if (!theirs) return new Refusal(Reason.UNAVAILABLE, "You aren't connected: " + why);
        return Refusal.invalid(
                "You aren't connected: " + why,
                setting.map(name -> Map.of(name, why)).orElse(Map.of()));
    }

    /** A login of somebody else's would let this person see what that one may. */
    private static void same(Caller caller, Who who, String system, boolean asAnother) {
        boolean known = !who.email().isEmpty() && !caller.email().isEmpty();
        if (!known || asAnother || who.email().equalsIgnoreCase(caller.email())) return;
        String sentence = system + " knows this login by " + who.email() + ", and you are " + caller.email()
                + " here. If both are you, say so and connect again.";
        throw Refusal.invalid(sentence, Map.of("asAnother", "must be true, if this login is yours"));
    }

    private static Refusal stale(Mine now) {
        return Refusal.stale(
                "Your login has been changed meanwhile, perhaps in another tab: look at it again.",
                Map.of("version", now.version(), "state", now.state().name()));
    }

    void disconnect(Caller caller, String id) {
        account(id);
        engine.logins().forget(id, caller.id());
        engine.persons().end(id, caller.id());
        check.forget(id, caller.id());
        LOG.info("{} has ended the own login at {}", caller.id(), id);
    }

    /** @throws Refusal NOT_CONNECTED with what to do */
    Own open(Caller caller, LiveRemote system) {
        Account account = system.account();
        if (descriptor(account).personal().isEmpty())
            throw new Refusal(
                    Reason.NOT_CONNECTED,
                    "People can't connect to " + system.system() + " by themselves: open it there.");
        Login login = login(account, caller)
                .orElseThrow(() -> new Refusal(
                        Reason.NOT_CONNECTED,
                        "You aren't connected to " + system.system()
                                + ". Connect under My Settings, Integrations, with your own login."));
        LoginCheck.Finding finding = check.known(account, login);
        if (!finding.passing()) throw lost(system.system(), finding.trouble());
        return new Own(account, login, engine.persons().of(account, login, caller.email()));
    }

    private static Refusal lost(String system, String why) {
        return new Refusal(
                Reason.NOT_CONNECTED,
                "Your connection to " + system + " is lost: " + why + " Look under My Settings, Integrations.");
    }

    /** It isn't accepted any more. Its sessions stay until it changes: they know that they were refused. */
    Refusal signedOut(Own own, Fault fault) {
        check.lost(own.login(), fault);
        return lost(own.remote().system(), Sentence.of(fault.getMessage()));
    }

    private Optional<Login> login(Account account, Caller caller) {
        return engine.logins().find(account.id(), caller.id());
    }

    private Account account(String id) {
        return offered().stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Reason.NOT_FOUND, "There is no connected system of this name that people connect to."));
    }

    private Descriptor descriptor(Account account) {
        return engine.network()
                .connector(account.product())
                .map(Connector::descriptor)
                .orElseThrow(() -> new Refusal(
                        Reason.UNAVAILABLE, "The module that connects to " + account.product() + " isn't running."));
    }

    @Override
    public void close() {
        round.close();
    }
}
