package io.mortise.sync.internal.service;

import io.mortise.api.Secrets;
import io.mortise.model.Secret;
import io.mortise.sync.internal.remote.Account;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The secrets of connections, each in sets of which one counts. A new set is kept whole, beside the old one, before its
 * connection points to it: so secrets and settings change at once or not at all, wherever it is broken off.
 */
final class Keysets {
    private final Secrets secrets;
    private final Supplier<String> names;

    /** @param names gives a new one each time */
    Keysets(Secrets secrets, Supplier<String> names) {
        this.secrets = secrets;
        this.names = names;
    }

    /** Which settings have a secret. */
    Set<String> of(Account account) {
        String start = Network.secretName(account, "");
        return secrets.names().stream()
                .filter(name -> name.startsWith(start))
                .map(name -> name.substring(start.length()))
                .filter(name -> !name.contains("/")) // another set's
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Keeps a new set: those that count now, with the given ones put over them. */
    Account next(Account account, Map<String, Secret> given) {
        Map<String, Secret> all = new TreeMap<>();
        for (String name : of(account))
            secrets.find(Network.secretName(account, name)).ifPresent(secret -> all.put(name, secret));
        all.putAll(given);
        Account next = account.keys(names.get());
        all.forEach((name, secret) -> secrets.keep(Network.secretName(next, name), secret));
        return next;
    }

    /** Forgets all sets of a connection but the one that counts. */
    void onlyOf(Account account) {
        Set<String> counting = of(account).stream()
                .map(name -> Network.secretName(account, name))
                .collect(Collectors.toSet());
        secrets.names().stream()
                .filter(name -> name.startsWith(Network.secretNames(account.id())))
                .filter(name -> !counting.contains(name))
                .forEach(secrets::forget);
    }

    /** Forgets all of a connection that isn't there. */
    void noneOf(String connection) {
        secrets.names().stream()
                .filter(name -> name.startsWith(Network.secretNames(connection)))
                .forEach(secrets::forget);
    }
}
