package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Connections.Connection;
import io.mortise.api.Connections.Draft;
import io.mortise.api.Connections.Terms;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Secret;
import io.mortise.store.Document;
import io.mortise.store.LinkQuery;
import io.mortise.store.memory.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stays of a connection that is removed: its records alone. */
class ConnectionRemovalTest {
    private final MemoryStore store = new MemoryStore();
    private final KeptSecrets secrets = new KeptSecrets();
    private final Engine engine = new Engine(store, secrets, () -> true);
    private final ConnectionsService connections = new ConnectionsService(engine, secrets);
    private final Admin admin = new Admin();
    private final Toy toy = new Toy("acme", Feed.sweep(ConnectionRemovalTest::firstPageOnly));

    /** So that what a pass remembers while it runs stays. */
    private static Page firstPageOnly(Feed.Query query) throws Fault {
        if (!query.cursor().isStart()) throw Fault.of(Fault.Remedy.RETRY, "no answer");
        Fields fields = Fields.of(Organization.NAME, "Acme");
        return Page.more(List.of(Observation.of(Organization.TYPE, "7", fields)), "2");
    }

    @BeforeEach
    void install() {
        engine.addConnector(toy);
        engine.addConnector(new Toy("other"));
    }

    @AfterEach
    void stop() {
        engine.stop();
    }

    private Connection add(String product, String tenant) {
        return connections.add(admin, product, draft(tenant, "k"), Terms.USUAL, false);
    }

    private static Draft draft(String tenant, String key) {
        return new Draft(Map.of("tenant", tenant), Map.of("key", Secret.of(key)));
    }

    private List<Document> documents(String namespace) {
        return store.read(s -> s.documents(namespace, "", Instant.EPOCH));
    }

    private Set<String> owners(String... namespaces) {
        return List.of(namespaces).stream()
                .flatMap(namespace -> documents(namespace).stream())
                .map(d -> d.name().owner())
                .map(owner -> owner.split("/")[0])
                .collect(Collectors.toSet());
    }

    private long links(String connection) {
        return store.<Integer>read(
                s -> s.links(LinkQuery.of(connection, ""), "", 10).size());
    }

    private static void await(BooleanSupplier wanted) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!wanted.getAsBoolean() && System.nanoTime() < end) Thread.sleep(20);
        assertThat(wanted.getAsBoolean()).isTrue();
    }

    private void note(String namespace, String owner, String key) {
        store.<Void>write(s -> {
            s.put(Document.of(namespace, owner, key, "{}"));
            return null;
        });
    }

    @Test
    void nothing_of_a_removed_connection_stays_though_its_connector_is_away() throws Exception {
        String id = add("acme", "one").id();
        String other = add("acme", "two").id();
        await(() -> links(id) == 1 && owners("seen").equals(Set.of(id, other)));
        note("waiters", id + "/organization/1", "r/configuration/2");
        note("waiters", other + "/organization/1", "r/configuration/2");
        note("arrival", id, "r/organization/3");
        note("budget", "", id);
        note("budget", "", other);
        engine.removeConnector(toy);

        connections.remove(admin, id);

        assertThat(links(id)).isZero();
        assertThat(links(other)).isOne();
        assertThat(owners("pass", "seen", "waiters", "arrival")).containsExactly(other);
        assertThat(secrets.kept.keySet()).singleElement().asString().matches("connection/" + other + "/\\d+/key");
        assertThat(documents("connection")).extracting(d -> d.name().key()).containsExactly(other);
        assertThat(documents("budget")).extracting(d -> d.name().key()).containsExactly(other);
        assertThat(documents("connection-part")).extracting(d -> d.name().key()).containsExactly(other);
        assertThatThrownBy(() -> connections.remove(admin, id))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.NOT_FOUND));
    }

    @Test
    void what_a_crash_interrupts_at_any_step_is_still_listed_and_can_be_removed_again() {
        String id = add("other", "t").id();
        int crashes = 0;
        while (Crashes.atStep(store, crashes, () -> connections.remove(admin, id))) {
            crashes++;
            assertThat(connections.list(admin)).extracting(Connection::id).containsExactly(id);
        }
        assertThat(crashes).isGreaterThan(3);
        assertThat(connections.list(admin)).isEmpty();
        assertThat(secrets.kept).isEmpty();
    }
}
