package io.mortise.access.internal;

import io.mortise.api.Sessions.Session;
import io.mortise.model.Secret;
import io.mortise.store.Document;
import io.mortise.store.Json;
import io.mortise.store.Stale;
import io.mortise.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who is signed in: kept by the hash of the cookie, ended after a quiet while and in any case after a day. */
final class SessionBook {
    private static final String NAMESPACE = "session";
    private static final Duration IDLE = Duration.ofHours(2);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration FRESH = Duration.ofSeconds(5);
    private final Store store;
    private final Json json;
    private final Clock clock;
    private final Users users;
    private final Marks marks;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(Document document, Instant at) {}

    SessionBook(Store store, Json json, Clock clock, Users users, Marks marks) {
        this.store = store;
        this.json = json;
        this.clock = clock;
        this.users = users;
        this.marks = marks;
    }

    Session begin(User user) {
        Secret cookie = marks.fresh();
        String csrf = marks.fresh().reveal();
        Instant now = clock.instant();
        Map<String, Object> kept = Map.of("user", user.id(), "csrf", csrf, "since", now.toEpochMilli());
        Document document =
                Document.of(NAMESPACE, "", Marks.hash(cookie), json.write(kept)).until(now.plus(IDLE));
        store.<Void>write(s -> {
            s.put(document);
            return null;
        });
        return session(user, cookie, csrf, document);
    }

    Optional<Session> find(Secret cookie) {
        Optional<Document> document = load(Marks.hash(cookie));
        if (document.isEmpty()) return Optional.empty();
        Map<String, Object> kept = json.read(document.get().json());
        Instant since = Instant.ofEpochMilli(((Number) kept.get("since")).longValue());
        if (clock.instant().isAfter(since.plus(LONGEST))) return Optional.empty();
        Document now = extend(document.get());
        return users.find((String) kept.get("user"))
                .filter(User::active)
                .map(user -> session(user, cookie, (String) kept.get("csrf"), now));
    }

    void end(Secret cookie) {
        String hash = Marks.hash(cookie);
        seen.remove(hash);
        store.<Void>writeDurably(s -> {
            s.remove(new Document.Name(NAMESPACE, "", hash));
            return null;
        });
    }

    private Optional<Document> load(String hash) {
        Instant now = clock.instant();
        Seen last = seen.get(hash);
        if (last != null && now.isBefore(last.at.plus(FRESH))) return Optional.of(last.document);
        Optional<Document> document =
                store.read(s -> s.document(new Document.Name(NAMESPACE, "", hash), clock.instant()));
        if (seen.size() > 10_000) seen.clear();
        document.ifPresentOrElse(d -> seen.put(hash, new Seen(d, now)), () -> seen.remove(hash));
        return document;
    }

    /** Now and then, not with every request. */
    private Document extend(Document document) {
        Instant end = clock.instant().plus(IDLE);
        boolean soon = document.until().orElseThrow().isBefore(end.minus(Duration.ofMinutes(5)));
        if (!soon) return document;
        Document longer = document.next(document.json()).until(end);
        try {
            store.<Void>write(s -> {
                s.put(longer);
                return null;
            });
            seen.remove(document.name().key());
            return longer;
        } catch (Stale another) {
            return document; // another request of the same person was faster
        }
    }

    private static Session session(User user, Secret cookie, String csrf, Document document) {
        Person person = user.person();
        return new Session(
                person,
                cookie,
                csrf,
                person.roles(),
                person.rights(),
                document.until().orElseThrow());
    }
}
