package io.mortise.sync.internal.service;

import io.mortise.store.Document;
import io.mortise.store.Json;
import io.mortise.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When systems have called last. What was taken is kept once a minute at most, behind the call; what was refused isn't, since
 * anybody can do that. Thread-safe.
 */
final class Heard {
    private static final Logger LOG = LoggerFactory.getLogger(Heard.class);
    private static final String NAMESPACE = "heard";
    private static final Duration SELDOM = Duration.ofMinutes(1);
    private final Store store;
    private final Json json;
    private final Clock clock;
    private final Executor later;
    private final Map<String, Instant> taken = new ConcurrentHashMap<>();
    private final Map<String, Instant> refused = new ConcurrentHashMap<>();
    private final Map<String, Instant> kept = new ConcurrentHashMap<>();

    Heard(Store store, Json json, Clock clock, Executor later) {
        this.store = store;
        this.json = json;
        this.clock = clock;
        this.later = later;
    }

    void taken(String connection) {
        Instant now = clock.instant();
        taken.put(connection, now);
        Instant last = kept.getOrDefault(connection, Instant.EPOCH);
        if (now.isBefore(last.plus(SELDOM))) return;
        kept.put(connection, now);
        later.execute(() -> keep(connection, now));
    }

    /** @param connection one that there is */
    void refused(String connection) {
        refused.put(connection, clock.instant());
    }

    /** In this life of the product, or an earlier one. */
    Optional<Instant> lastTaken(String connection) {
        return Optional.ofNullable(taken.get(connection)).or(() -> before(connection));
    }

    Optional<Instant> lastRefused(String connection) {
        return Optional.ofNullable(refused.get(connection));
    }

    private Optional<Instant> before(String connection) {
        return store.read(s -> s.document(name(connection), clock.instant()))
                .map(document -> (String) json.read(document.json()).get("at"))
                .map(Instant::parse);
    }

    private void keep(String connection, Instant at) {
        String text = json.write(Map.of("at", at.toString()));
        try {
            store.<Void>write(s -> {
                Optional<Document> before = s.document(name(connection), clock.instant());
                s.put(before.map(d -> d.next(text)).orElseGet(() -> Document.of(NAMESPACE, "", connection, text)));
                return null;
            });
        } catch (RuntimeException e) {
            LOG.info("That {} has called isn't kept: {}", connection, e.getMessage());
        }
    }

    static Document.Name name(String id) {
        return new Document.Name(NAMESPACE, "", id);
    }
}
