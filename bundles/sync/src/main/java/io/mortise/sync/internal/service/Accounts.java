package io.mortise.sync.internal.service;

import io.mortise.model.Part;
import io.mortise.store.Document;
import io.mortise.store.Json;
import io.mortise.store.LinkQuery;
import io.mortise.store.Reading;
import io.mortise.store.Store;
import io.mortise.store.Writing;
import io.mortise.sync.internal.remote.Account;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Connections as they are kept: one document each, without secrets. Thread-safe. */
final class Accounts {
    private static final String NAMESPACE = "connection";
    /** Milliseconds. */
    private static final long GOOD = 2_000;

    private static final String PARTS = "connection-part";
    private static final String MADE = "connection-made";
    private final Store store;
    private final Json json;
    private final Clock clock;
    /** How often one was made, changed or taken away. */
    private final AtomicLong changes = new AtomicLong();

    private volatile Seen seen = new Seen(-1, 0, List.of());

    /** All of them, after so many changes here; good for a moment, since another program may write as well. */
    private record Seen(long changes, long until, List<Account> accounts) {}

    Accounts(Store store, Json json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    /** Asked for at each look at a list of tickets, so they aren't read each time. */
    List<Account> all() {
        long now = changes.get();
        Seen last = seen;
        long time = clock.millis();
        if (last.changes == now && time < last.until) return last.accounts;
        List<Account> accounts = store.read(s -> s.documents(NAMESPACE, "", clock.instant())).stream()
                .map(this::read)
                .toList();
        seen = new Seen(now, time + GOOD, accounts);
        return accounts;
    }

    Optional<Account> find(String id) {
        return store.read(s -> s.document(name(id), clock.instant())).map(this::read);
    }

    /** Each change raises it; 0 if there is none. */
    long version(String id) {
        return store.read(s -> s.document(name(id), clock.instant()))
                .map(Document::version)
                .orElse(0L);
    }

    /** @return false, and nothing is kept, if it has changed since that version; 0 is that of a new one */
    boolean save(Account account, long seen) {
        return changing(s -> {
            long now = s.document(name(account.id()), clock.instant())
                    .map(Document::version)
                    .orElse(0L);
            if (now != seen) return false;
            put(s, account);
            return true;
        });
    }

    /** Changes it as it is then; nothing if it isn't there any more. @return whether it was there */
    boolean edit(String id, UnaryOperator<Account> change) {
        return changing(s -> {
            Optional<Document> kept = s.document(name(id), clock.instant());
            kept.ifPresent(document -> put(s, change.apply(read(document))));
            return kept.isPresent();
        });
    }

    private boolean changing(Function<Writing, Boolean> change) {
        try {
            return store.<Boolean>writeDurably(change);
        } finally {
            changes.incrementAndGet();
        }
    }

    private void put(Writing s, Account account) {
        Optional<Document> kept = s.document(name(account.id()), clock.instant());
        String text = write(account);
        s.put(kept.map(d -> d.next(text)).orElseGet(() -> Document.of(NAMESPACE, "", account.id(), text)));
    }

    /** Whether {@link #makeOnce} has had its turn, however it came out. */
    boolean wasMade(String id) {
        return store.read(s -> wasMade(s, id));
    }

    private boolean wasMade(Reading s, String id) {
        return s.document(new Document.Name(MADE, "", id), clock.instant()).isPresent();
    }

    /** Makes a connection that nobody made by this before, not even one who has removed it since. */
    void makeOnce(Account account) {
        changing(s -> {
            if (wasMade(s, account.id())) return false;
            s.put(Document.of(MADE, "", account.id(), "{}"));
            if (s.document(name(account.id()), clock.instant()).isEmpty()) put(s, account);
            return true;
        });
    }

    /** @return false, and nothing is removed, while the connection has links */
    boolean remove(String id) {
        return changing(s -> {
            if (!s.links(LinkQuery.of(id, ""), "", 1).isEmpty()) return false;
            s.remove(name(id));
            s.remove(new Document.Name(PARTS, "", id));
            s.remove(Ledgers.name(id));
            s.remove(Marks.name(id));
            s.remove(Heard.name(id));
            return true;
        });
    }

    /** Keeps which part a connection plays, for the time when its connector is away. */
    void plays(String id, Part part) {
        store.<Void>write(s -> {
            Document.Name name = new Document.Name(PARTS, "", id);
            String text = json.write(Map.of("part", part.name()));
            Optional<Document> kept = s.document(name, clock.instant());
            s.put(kept.map(d -> d.next(text)).orElseGet(() -> Document.of(PARTS, "", id, text)));
            return null;
        });
    }

    /** By connection; those whose connector was never here are left out. */
    Map<String, Part> parts() {
        Map<String, Part> parts = new TreeMap<>();
        store.read(s -> s.documents(PARTS, "", clock.instant()))
                .forEach(document -> parts.put(document.name().key(), new Part((String)
                        json.read(document.json()).get("part"))));
        return parts;
    }

    static Document.Name name(String id) {
        return new Document.Name(NAMESPACE, "", id);
    }

    private String write(Account account) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("product", account.product());
        out.put("settings", new TreeMap<>(account.settings()));
        out.put("enabled", account.enabled());
        out.put("twoWay", account.speaks());
        out.put("linkEqualNames", account.equalNames());
        out.put("share", account.share());
        out.put("speed", account.speed());
        out.put("pollMillis", account.poll().toMillis());
        out.put("paused", new TreeSet<>(account.paused()));
        out.put("without", new TreeSet<>(account.without()));
        out.put("keys", account.keys());
        out.put("name", account.name());
        return json.write(out);
    }

    private Account read(Document document) {
        Map<String, Object> in = json.read(document.json());
        Map<String, String> settings = new TreeMap<>();
        ((Map<?, ?>) in.get("settings")).forEach((name, value) -> settings.put((String) name, (String) value));
        return new Account(
                document.name().key(),
                (String) in.get("product"),
                settings,
                (Boolean) in.get("enabled"),
                (Boolean) in.get("twoWay"),
                (Boolean) in.get("linkEqualNames"),
                ((Number) in.get("share")).doubleValue(),
                ((Number) in.get("speed")).doubleValue(),
                Duration.ofMillis(((Number) in.get("pollMillis")).longValue()),
                texts(in, "paused"),
                texts(in, "without"), // not there in documents of the first versions
                (String) in.getOrDefault("keys", ""),
                (String) in.getOrDefault("name", ""));
    }

    private static Set<String> texts(Map<String, Object> in, String name) {
        Set<String> texts = new TreeSet<>();
        ((List<?>) in.getOrDefault(name, List.of())).forEach(text -> texts.add((String) text));
        return texts;
    }
}
