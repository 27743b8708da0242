package io.mortise.sync.internal.service;

import io.mortise.api.Secrets;
import io.mortise.store.Document;
import io.mortise.store.Link;
import io.mortise.store.LinkQuery;
import io.mortise.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Lets go of what is kept of a connection, its connector installed or not, in small steps. The connection itself goes
 * last: what is interrupted can be asked for again.
 */
final class Leaving {
    private static final int STEP = 500;
    /** Namespaces whose owner is the connection. */
    private static final List<String> OWNED = List.of(
            "pass",
            "arrival",
            "brake",
            "depth",
            KeptWords.NAMESPACE,
            KeptWords.CHANGES,
            Logins.NAMESPACE,
            Wholes.NAMESPACE);
    /** Namespaces whose owner begins with the connection and a slash. */
    private static final List<String> WITHIN = List.of("seen", "waiters");

    private final Store store;
    private final Accounts accounts;
    private final Secrets secrets;

    Leaving(Store store, Accounts accounts, Secrets secrets) {
        this.store = store;
        this.accounts = accounts;
        this.secrets = secrets;
    }

    /** @param id of a connection that is switched off */
    void of(String id) {
        do {
            unlink(id);
            forgetNotes(id);
            secrets.names().stream()
                    .filter(name -> name.startsWith(Network.secretNames(id)) || name.startsWith(Logins.secretNames(id)))
                    .forEach(secrets::forget);
        } while (!accounts.remove(id));
    }

    private void unlink(String id) {
        for (List<Link> part = links(id); !part.isEmpty(); part = links(id)) {
            List<String> ids = part.stream().map(Link::id).toList();
            store.<Void>write(s -> {
                s.unlink(ids);
                return null;
            });
        }
    }

    private List<Link> links(String id) {
        return store.read(s -> s.links(LinkQuery.of(id, ""), "", STEP));
    }

    private void forgetNotes(String id) {
        for (String namespace : OWNED) removeAll(namespace, List.of(id));
        for (String namespace : WITHIN) {
            List<String> owners = List.copyOf(owners(namespace, id + "/"));
            for (int i = 0; i < owners.size(); i += STEP)
                removeAll(namespace, owners.subList(i, Math.min(i + STEP, owners.size())));
        }
    }

    private Set<String> owners(String namespace, String start) {
        return store.read(s -> s.documents(namespace, "", Instant.EPOCH)).stream()
                .map(Document::name)
                .map(Document.Name::owner)
                .filter(owner -> owner.startsWith(start))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void removeAll(String namespace, List<String> owners) {
        store.<Void>write(s -> {
            owners.forEach(owner -> s.removeAll(namespace, owner));
            return null;
        });
    }
}
