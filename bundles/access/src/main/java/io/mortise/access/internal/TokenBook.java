package io.mortise.access.internal;

import io.mortise.api.Caller;
import io.mortise.api.Refusal;
import io.mortise.api.Sessions.NewToken;
import io.mortise.api.Sessions.Token;
import io.mortise.model.Secret;
import io.mortise.store.Document;
import io.mortise.store.Json;
import io.mortise.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bearer tokens for scripts: kept by their hash, with the rights that their owner has when they are used. */
final class TokenBook {
    private static final String NAMESPACE = "token";
    private static final Duration LONGEST = Duration.ofDays(3650);
    private final Store store;
    private final Json json;
    private final Clock clock;
    private final Users users;
    private final Marks marks;

    TokenBook(Store store, Json json, Clock clock, Users users, Marks marks) {
        this.store = store;
        this.json = json;
        this.clock = clock;
        this.users = users;
        this.marks = marks;
    }

    NewToken make(Caller owner, String name, Optional<Duration> lasts) {
        if (name.isBlank()) throw new Refusal(Refusal.Reason.INVALID, "Give the token a name that tells its use.");
        if (lasts.filter(l -> l.isNegative() || l.isZero() || l.compareTo(LONGEST) > 0)
                .isPresent())
            throw Refusal.invalid(
                    "A token lasts from a second to ten years, such as P90D; leave \"lasts\" out for one that doesn't end.",
                    Map.of("lasts", "must be above zero and at most P3650D"));
        Secret secret = Secret.of("mrt_" + marks.fresh().reveal());
        Instant now = clock.instant();
        String id = store.newId();
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("id", id);
        kept.put("owner", owner.id());
        kept.put("name", name.strip());
        kept.put("created", now.toEpochMilli());
        Document document = Document.of(NAMESPACE, "", Marks.hash(secret), json.write(kept));
        Document ending = lasts.map(l -> document.until(now.plus(l))).orElse(document);
        store.<Void>writeDurably(s -> {
            s.put(ending);
            return null;
        });
        return new NewToken(token(ending), secret);
    }

    List<Token> of(Caller owner) {
        return all(owner).stream().map(this::token).toList();
    }

    void end(Caller owner, String id) {
        Document document = all(owner).stream()
                .filter(d -> token(d).id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, "You have no such token."));
        store.<Void>writeDurably(s -> {
            s.remove(document.name());
            return null;
        });
    }

    Optional<Caller> bearer(Secret secret) {
        return store.read(s -> s.document(new Document.Name(NAMESPACE, "", Marks.hash(secret)), clock.instant()))
                .flatMap(d -> users.find((String) json.read(d.json()).get("owner")))
                .filter(User::active)
                .map(User::script);
    }

    private List<Document> all(Caller owner) {
        return store.read(s -> s.documents(NAMESPACE, "", clock.instant())).stream()
                .filter(d -> owner.id().equals(json.read(d.json()).get("owner")))
                .toList();
    }

    private Token token(Document document) {
        Map<String, Object> kept = json.read(document.json());
        Instant created = Instant.ofEpochMilli(((Number) kept.get("created")).longValue());
        return new Token((String) kept.get("id"), (String) kept.get("name"), created, document.until());
    }
}
