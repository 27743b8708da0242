package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Connections.Draft;
import io.mortise.api.Connections.Mine;
import io.mortise.api.Connections.Terms;
import io.mortise.api.Refusal;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.model.Secret;
import io.mortise.store.Link;
import io.mortise.store.Query;
import io.mortise.store.Row;
import io.mortise.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert;

/** A hub with the cabinet connected to it. */
final class Office implements AutoCloseable {
    private static final Terms TWO_WAY =
            new Terms(Optional.empty(), Optional.of(true), Optional.empty(), Optional.empty(), Optional.empty());

    final MemoryStore store = new MemoryStore();
    final KeptSecrets secrets = new KeptSecrets();
    final Engine engine = new Engine(store, secrets, () -> true);
    final ConnectionsService connections = new ConnectionsService(engine, secrets);
    final LiveService live = new LiveService(engine);
    final Cabinet cabinet = new Cabinet();
    final Worker ann = new Worker("ann");
    final String id;

    Office() {
        engine.addConnector(cabinet);
        id = connections
                .add(
                        new Admin(),
                        "cabinet",
                        new Draft(Map.of("tenant", "t"), Map.of("key", Secret.of("tenants-key"))),
                        TWO_WAY,
                        false)
                .id();
    }

    Mine connect(Worker who, String user, String pin) {
        return connections.connectMe(who, id, mine(who).version(), draft(user, pin), false);
    }

    static Draft draft(String user, String pin) {
        return new Draft(Map.of("user", user), Map.of("pin", Secret.of(pin)));
    }

    Mine mine(Worker who) {
        return connections.mine(who).stream()
                .filter(mine -> mine.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The one record of a type, as soon as it is here. */
    Ref only(EntityType type) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (rows(type).isEmpty() && System.nanoTime() < end) Thread.sleep(20);
        assertThat(rows(type)).hasSize(1);
        return rows(type).get(0).ref();
    }

    List<Row> rows(EntityType type) {
        return store.read(s -> s.rows(Query.all(type.name(), 10)));
    }

    /** A link of this record that waits for a person; its id. */
    String asking(Ref record) {
        String asked = store.newId();
        Link link = new Link(
                asked,
                id,
                record.type(),
                Optional.of("their-" + record.id()),
                Optional.of(record.id()),
                Link.State.LINKED,
                "",
                "",
                "",
                Link.Sync.SYNCED,
                "refused there",
                Link.Asks.REFUSED,
                Optional.empty(),
                "");
        store.<Void>write(s -> {
            s.put(link);
            return null;
        });
        return asked;
    }

    /** Events and texts of the journal, newest first. */
    List<String> journal(Ref ref) {
        return store.read(s -> s.journal(ref, "", 20)).stream()
                .filter(entry -> Set.of(
                                "reveal-refused",
                                "revealed",
                                "downloaded",
                                "uploaded",
                                "download-refused",
                                "upload-refused")
                        .contains(entry.event()))
                .map(entry -> entry.event() + ": " + entry.by() + ": " + entry.text())
                .toList();
    }

    static void refused(ThrowableAssert.ThrowingCallable work, Refusal.Reason reason, String words) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(reason))
                .hasMessageContaining(words);
    }

    @Override
    public void close() {
        live.stop();
        engine.stop();
    }
}
