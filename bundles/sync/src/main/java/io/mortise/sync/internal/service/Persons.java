package io.mortise.sync.internal.service;

import io.mortise.connector.Connector;
import io.mortise.model.Secret;
import io.mortise.sync.internal.remote.Account;
import io.mortise.sync.internal.remote.LiveRemote;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Systems as single people see them: each login's own sessions, kept open for as long as it stays what it is. Thread-safe. */
final class Persons implements AutoCloseable {
    private final Network network;
    private final Logins logins;
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    /** @param account with the person's settings */
    private record Open(Account account, String keys, LiveRemote remote) {}

    Persons(Network network, Logins logins) {
        this.network = network;
        this.logins = logins;
    }

    /**
     * @param account of the connection, whose connector is here
     * @param email the person's, as it is known here
     */
    LiveRemote of(Account account, Login login, String email) {
        Connector connector = network.connector(account.product()).orElseThrow();
        Account own = account.settings(settings(account, connector, login.settings()));
        return open.compute(key(login.connection(), login.user()), (key, before) -> {
                    boolean same = before != null
                            && before.account.name(own.name()).equals(own)
                            && before.keys.equals(login.keys())
                            && before.remote.isOf(connector);
                    if (same) return before;
                    if (before != null) before.remote.close();
                    return new Open(
                            own, login.keys(), network.personal(own, name -> logins.secret(login, name), email));
                })
                .remote;
    }

    /** One of its own, for a test; the caller closes it. */
    LiveRemote trial(Account account, Map<String, String> settings, Map<String, Secret> secrets, String email) {
        Connector connector = network.connector(account.product()).orElseThrow();
        Account own = account.settings(settings(account, connector, settings));
        return network.personal(own, name -> Optional.ofNullable(secrets.get(name)), email);
    }

    /** What the person left out isn't taken from the tenant's account. */
    private static Map<String, String> settings(Account account, Connector connector, Map<String, String> own) {
        Map<String, String> all = new TreeMap<>(account.settings());
        connector.descriptor().personal().forEach(setting -> all.put(setting.name(), ""));
        all.putAll(own);
        return all;
    }

    /** Lets go of those whose connection or connector isn't here any more. */
    void refresh() {
        open.values().removeIf(each -> {
            boolean here = network.live(each.account.id()).isPresent()
                    && network.connector(each.account.product())
                            .filter(each.remote::isOf)
                            .isPresent();
            if (!here) each.remote.close();
            return !here;
        });
    }

    void end(String connection, String user) {
        Open ended = open.remove(key(connection, user));
        if (ended != null) ended.remote.close();
    }

    private static String key(String connection, String user) {
        return connection + "/" + user;
    }

    @Override
    public void close() {
        open.values().forEach(each -> each.remote.close());
        open.clear();
    }
}
