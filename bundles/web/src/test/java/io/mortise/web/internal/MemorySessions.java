package io.mortise.web.internal;

import io.mortise.api.Caller;
import io.mortise.api.Refusal;
import io.mortise.api.Sessions;
import io.mortise.model.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Everybody's password is "demo"; nothing is slow, nothing is kept. */
final class MemorySessions implements Sessions {
    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, NewToken> tokens = new ConcurrentHashMap<>();
    private final Map<String, Caller> owners = new ConcurrentHashMap<>();

    /** The address that tried last. */
    volatile String from = "";

    MemorySessions(Person... all) {
        for (Person person : all) people.put(person.name(), person);
    }

    @Override
    public Session signIn(String user, Secret password, String from) {
        this.from = from;
        if (!people.containsKey(user) || !password.equals(Secret.of("demo"))) {
            throw new Refusal(Refusal.Reason.DENIED, "User or password is wrong.");
        }
        return begin(people.get(user));
    }

    private Session begin(Person person) {
        String cookie = UUID.randomUUID().toString();
        Session session = new Session(
                person,
                Secret.of(cookie),
                UUID.randomUUID().toString(),
                Set.of("technician"),
                person.rights(),
                Instant.now().plusSeconds(3600));
        sessions.put(cookie, session);
        return session;
    }

    @Override
    public Optional<Session> find(Secret cookie) {
        return Optional.ofNullable(sessions.get(cookie.reveal()));
    }

    @Override
    public void end(Secret cookie) {
        sessions.remove(cookie.reveal());
    }

    @Override
    public Optional<Caller> bearer(Secret token) {
        return Optional.ofNullable(owners.get(token.reveal()));
    }

    @Override
    public NewToken newToken(Caller owner, String name, Optional<Duration> lasts) {
        Token token = new Token("t" + tokens.size(), name, Instant.EPOCH, lasts.map(Instant.EPOCH::plus));
        NewToken made = new NewToken(token, Secret.of(UUID.randomUUID().toString()));
        tokens.put(token.id(), made);
        owners.put(made.secret().reveal(), owner);
        return made;
    }

    @Override
    public List<Token> tokens(Caller owner) {
        return tokens.values().stream().map(NewToken::token).toList();
    }

    @Override
    public void endToken(Caller owner, String id) {
        NewToken ended = tokens.remove(id);
        if (ended == null) throw new Refusal(Refusal.Reason.NOT_FOUND, "You have no such token.");
        owners.remove(ended.secret().reveal());
    }

    @Override
    public boolean awaitsSetUp() {
        return people.isEmpty();
    }

    @Override
    public Session setUp(Secret code, String user, String name, Secret password, String from) {
        this.from = from;
        if (!code.equals(Secret.of("once"))) throw new Refusal(Refusal.Reason.DENIED, "The link was used already.");
        Person first = Person.named(user, "admin");
        people.put(user, first);
        return begin(first);
    }
}
