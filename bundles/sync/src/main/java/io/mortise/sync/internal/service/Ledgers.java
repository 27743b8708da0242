package io.mortise.sync.internal.service;

import io.mortise.store.Document;
import io.mortise.store.Json;
import io.mortise.store.Store;
import io.mortise.sync.internal.pace.Ledger;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What connections may have spent of their budgets: one small document each, which a killed process leaves behind. */
final class Ledgers {
    private static final String NAMESPACE = "budget";
    private final Store store;
    private final Json json;
    private final Clock clock;

    Ledgers(Store store, Json json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    Ledger of(String connection) {
        Document.Name name = name(connection);
        return new Ledger() {
            @Override
            public Optional<Lease> read() {
                return store.read(s -> s.document(name, clock.instant()))
                        .map(Document::json)
                        .map(json::read)
                        .map(Ledgers::lease);
            }

            @Override
            public void write(Lease lease) {
                store.<Void>write(s -> {
                    // a call may outlast its connection
                    if (s.document(Accounts.name(connection), clock.instant()).isEmpty()) return null;
                    Optional<Document> kept = s.document(name, clock.instant());
                    String text = json.write(plain(lease));
                    s.put(kept.map(d -> d.next(text)).orElseGet(() -> Document.of(NAMESPACE, "", connection, text)));
                    return null;
                });
            }
        };
    }

    static Document.Name name(String connection) {
        return new Document.Name(NAMESPACE, "", connection);
    }

    private static Map<String, Object> plain(Ledger.Lease lease) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("terms", lease.terms());
        out.put("began", lease.began());
        out.put("until", lease.until());
        out.put("left", new TreeMap<>(lease.left()));
        out.put("used", new TreeMap<>(lease.used()));
        return out;
    }

    private static Ledger.Lease lease(Map<String, Object> in) {
        return new Ledger.Lease(
                (String) in.get("terms"),
                number(in, "began"),
                number(in, "until"),
                byBucket(in.get("left")),
                byBucket(in.getOrDefault("used", Map.of()))); // older ones lack it
    }

    private static Map<String, Long> byBucket(Object in) {
        Map<String, Long> numbers = new TreeMap<>();
        ((Map<?, ?>) in).forEach((bucket, n) -> numbers.put((String) bucket, ((Number) n).longValue()));
        return numbers;
    }

    private static long number(Map<String, Object> in, String name) {
        return ((Number) in.get(name)).longValue();
    }
}
