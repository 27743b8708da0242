package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.api.Connections.Connection;
import io.mortise.api.Connections.Draft;
import io.mortise.api.Connections.Terms;
import io.mortise.store.memory.MemoryStore;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FactoryConnectionTest {
    private static final Map<String, Object> CONFIG =
            Map.of("id", "sandbox", "product", "acme", "setting.tenant", "theirs", "secret.key", "k");

    private final MemoryStore store = new MemoryStore();
    private final KeptSecrets secrets = new KeptSecrets();
    private final Admin admin = new Admin();
    private Engine engine = started();

    private Engine started() {
        Engine started = new Engine(store, secrets, () -> true);
        started.addConnector(new Toy("acme"));
        new FactoryConnection(started, secrets, CONFIG);
        return started;
    }

    private void restart() {
        engine.stop();
        engine = started();
    }

    private ConnectionsService connections() {
        return new ConnectionsService(engine, secrets);
    }

    @AfterEach
    void stop() {
        engine.stop();
    }

    @Test
    void it_is_there_after_the_first_start_with_its_secret() {
        assertThat(connections().list(admin)).extracting(Connection::id).containsExactly("sandbox");
        assertThat(secrets.kept).containsOnlyKeys("connection/sandbox/key");
    }

    @Test
    void what_the_admin_has_changed_stays_changed() {
        Draft mine = new Draft(Map.of("tenant", "mine"), Map.of());
        connections().change(admin, "sandbox", 1, mine, Terms.USUAL, true);
        restart();
        assertThat(connections().list(admin).get(0).settings()).containsEntry("tenant", "mine");
    }

    @Test
    void what_the_admin_has_removed_stays_removed() {
        connections().remove(admin, "sandbox");
        restart();
        assertThat(connections().list(admin)).isEmpty();
        assertThat(secrets.kept).isEmpty();
    }
}
