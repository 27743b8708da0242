package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.api.Connections.Connection;
import io.mortise.api.Connections.Draft;
import io.mortise.api.Connections.Terms;
import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Secret;
import io.mortise.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An engine with two products, acme and other, and an admin who connects them. */
abstract class Setup {
    final MemoryStore store = new MemoryStore();
    final KeptSecrets secrets = new KeptSecrets();
    final Engine engine = new Engine(store, secrets, () -> true);
    final ConnectionsService connections = new ConnectionsService(engine, secrets);
    final Admin admin = new Admin();
    final Toy toy = new Toy("acme", Feed.sweep(Setup::firstPageOnly));

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

    Connection add(String product, String tenant) {
        return connections.add(admin, product, draft(tenant, "k"), Terms.USUAL, false);
    }

    static Draft draft(String tenant, String key) {
        return new Draft(Map.of("tenant", tenant), Map.of("key", Secret.of(key)));
    }

    static void await(BooleanSupplier wanted) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!wanted.getAsBoolean() && System.nanoTime() < end) Thread.sleep(20);
        assertThat(wanted.getAsBoolean()).isTrue();
    }
}
