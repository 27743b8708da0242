package io.mortise.sync.internal.service;

import io.mortise.connector.Fault;
import io.mortise.store.Document;
import io.mortise.store.Json;
import io.mortise.store.Store;
import io.mortise.sync.internal.remote.Account;
import io.mortise.sync.internal.remote.LiveRemote;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which account of its vendor each connection is signed in to, as the vendor marks it: two ways to one account would be
 * taken for two systems. Good as long as a connection signs in as it did. Thread-safe.
 */
final class Marks {
    private static final Logger LOG = LoggerFactory.getLogger(Marks.class);
    private static final String NAMESPACE = "connection-mark";
    private final Store store;
    private final Json json;
    private final Clock clock;

    Marks(Store store, Json json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    /** None isn't kept: it is asked for again. */
    void keep(Account account, String mark) {
        if (mark.isEmpty()) return;
        String text = json.write(Map.of("mark", mark, "way", way(account)));
        store.<Void>write(s -> {
            Optional<Document> kept = s.document(name(account.id()), clock.instant());
            s.put(kept.map(d -> d.next(text)).orElseGet(() -> Document.of(NAMESPACE, "", account.id(), text)));
            return null;
        });
    }

    /** @return empty if it isn't known */
    Optional<String> known(Account account) {
        return store.read(s -> s.document(name(account.id()), clock.instant()))
                .map(document -> json.read(document.json()))
                .filter(kept -> way(account).equals(kept.get("way")))
                .map(kept -> (String) kept.get("mark"))
                .filter(mark -> !mark.isEmpty());
    }

    /** Asks for it where it isn't known. */
    void find(Account account, LiveRemote live) {
        if (known(account).isPresent()) return;
        try {
            keep(account, live.standing().account());
        } catch (Fault fault) {
            LOG.info("Which account {} has isn't known: {}", account.id(), fault.getMessage());
        }
    }

    private static Map<String, Object> way(Account account) {
        return Map.of("settings", new TreeMap<>(account.settings()), "keys", account.keys());
    }

    static Document.Name name(String id) {
        return new Document.Name(NAMESPACE, "", id);
    }
}
