package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.api.Connections.Draft;
import io.mortise.api.Connections.Terms;
import io.mortise.model.Choice;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Secret;
import io.mortise.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OffersTest {
    private final Engine engine = new Engine(new MemoryStore(), new KeptSecrets(), () -> true);
    private final Offers offers = new Offers(engine);

    @AfterEach
    void stop() {
        offers.close();
        engine.stop();
    }

    private Optional<List<Choice>> of(Field<Choice> field) {
        return offers.of(Organization.TYPE, field, Fields.NONE, Duration.ofSeconds(10));
    }

    @Test
    void a_list_is_told_where_a_system_keeps_one_and_its_absence_where_none_does() throws Exception {
        assertThat(of(Organization.STATUS)).isEmpty();
        engine.addConnector(new Toy("acme"));
        Draft draft = new Draft(Map.of("tenant", "t"), Map.of("key", Secret.of("k")));
        String id = new ConnectionsService(engine, new KeptSecrets())
                .add(new Admin(), "acme", draft, Terms.USUAL, true)
                .id();
        engine.network().live(id).orElseThrow().look();
        assertThat(of(Organization.STATUS)).contains(List.of(Choice.named("Active")));
        assertThat(of(Organization.BUSINESS_TYPE)).isEmpty();
    }
}
