package io.mortise.sync.internal.engine;

import io.mortise.model.Ref;
import io.mortise.store.Document;
import io.mortise.store.Link;
import io.mortise.store.LinkQuery;
import io.mortise.store.Reading;
import io.mortise.store.Writing;
import io.mortise.sync.internal.link.Memory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When very much of what a system had is missing at once, nothing of it is believed to be gone before a person says so:
 * a scope that has shrunk, or another account, looks just like that (S-24).
 */
public final class Brake {
    private static final String NAMESPACE = "brake";
    /** So many at once need nobody's word; of a large type, so many hundredths. */
    private static final long FEW = 50;

    private static final long HUNDREDTHS = 2;
    private static final int STEP = 500;
    private final Ground ground;

    public Brake(Ground ground) {
        this.ground = ground;
    }

    /**
     * @param id of the question; "" while too few are missing for one
     * @param pass the number of the sweep that has counted
     * @param missing how many it has missed so far
     * @param released a person has said that they are gone
     */
    public record Held(
            String id, String connection, String type, long pass, long missing, long since, boolean released) {
        private boolean holds() {
            return !id.isEmpty() && !released;
        }
    }

    /** A sweep has missed so many more. What an earlier one has found holds until this one has ended. */
    void count(Writing store, Pass pass, long more) {
        if (more == 0) return;
        Optional<Held> before = find(store, pass.connection(), pass.type());
        long missing = more
                + before.filter(held -> held.pass() == pass.number())
                        .map(Held::missing)
                        .orElse(0L);
        String id = before.map(Held::id).orElse("");
        if (id.isEmpty() && isMuch(store, pass, missing)) id = ground.store().newId();
        long since = before.map(Held::since).orElse(ground.now());
        boolean released = before.map(Held::released).orElse(false);
        put(store, new Held(id, pass.connection(), pass.type(), pass.number(), missing, since, released));
    }

    /** It has missed no more than that: what too few are missing for is over. */
    void ended(Writing store, Pass pass) {
        Optional<Held> held = find(store, pass.connection(), pass.type());
        boolean much = held.filter(one -> one.pass() == pass.number() && isMuch(store, pass, one.missing()))
                .isPresent();
        if (held.isPresent() && !much) store.remove(new Document.Name(NAMESPACE, pass.connection(), pass.type()));
    }

    private static boolean isMuch(Reading store, Pass pass, long missing) {
        return missing > FEW && missing * 100 > had(store, pass) * HUNDREDTHS;
    }

    private static long had(Reading store, Pass pass) {
        return store.tally().stream()
                .filter(tally -> tally.connection().equals(pass.connection())
                        && tally.type().equals(pass.type())
                        && tally.state() == Link.State.LINKED)
                .mapToLong(Reading.Tally::count)
                .sum();
    }

    boolean holds(Reading store, String connection, String type) {
        return find(store, connection, type).filter(Held::holds).isPresent();
    }

    /** All that wait for a person's word. */
    public List<Held> held(Reading store, List<String> connections) {
        Instant now = Instant.ofEpochMilli(ground.now());
        return connections.stream()
                .flatMap(connection -> store.documents(NAMESPACE, connection, now).stream())
                .map(this::read)
                .filter(Held::holds)
                .toList();
    }

    /**
     * A person says that they are gone: each is looked at once more and then believed, until a sweep has missed few.
     *
     * @return false if nothing waits for that any more
     */
    public boolean release(Writing store, List<String> connections, String id) {
        Optional<Held> held = held(store, connections).stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
        held.ifPresent(one -> {
            put(store, new Held(id, one.connection(), one.type(), one.pass(), one.missing(), one.since(), true));
            wake(store, one);
        });
        return held.isPresent();
    }

    private void wake(Writing store, Held held) {
        LinkQuery linked = LinkQuery.of(held.connection(), held.type(), Link.State.LINKED, Link.State.FOUND);
        String last = "";
        List<Link> part;
        do {
            part = store.links(linked, last, STEP);
            for (Link link : part) wake(store, held.type(), link);
            if (!part.isEmpty()) last = part.get(part.size() - 1).id();
        } while (part.size() == STEP);
    }

    private void wake(Writing store, String type, Link link) {
        Memory memory = ground.memory(type, link.memory());
        if (memory.missingSince == 0) return;
        memory.retryAt = 0;
        store.put(Links.memory(link, ground.memory(type, memory)));
        Key key = link.record().map(id -> Key.record(new Ref(type, id))).orElseGet(() -> Key.look(type, link.id()));
        store.mark(ground.dirty(key, Priority.PERSON));
    }

    private Optional<Held> find(Reading store, String connection, String type) {
        Document.Name name = new Document.Name(NAMESPACE, connection, type);
        return store.document(name, Instant.ofEpochMilli(ground.now())).map(this::read);
    }

    private Held read(Document document) {
        Map<String, Object> in = ground.json().read(document.json());
        return new Held(
                (String) in.get("id"),
                document.name().owner(),
                document.name().key(),
                ((Number) in.get("pass")).longValue(),
                ((Number) in.get("missing")).longValue(),
                ((Number) in.get("since")).longValue(),
                (Boolean) in.get("released"));
    }

    private void put(Writing store, Held held) {
        Document.Name name = new Document.Name(NAMESPACE, held.connection(), held.type());
        String text = ground.json()
                .write(Map.of(
                        "id",
                        held.id(),
                        "pass",
                        held.pass(),
                        "missing",
                        held.missing(),
                        "since",
                        held.since(),
                        "released",
                        held.released()));
        Optional<Document> before = store.document(name, Instant.ofEpochMilli(ground.now()));
        store.put(before.map(document -> document.next(text))
                .orElseGet(() -> Document.of(NAMESPACE, held.connection(), held.type(), text)));
    }
}
