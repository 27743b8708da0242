package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Connections.Connection;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.store.Document;
import io.mortise.store.LinkQuery;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What stays of a connection that is removed: its records alone. */
class ConnectionRemovalTest extends Setup {
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

    private void note(String namespace, String owner, String key) {
        store.<Void>write(s -> {
            s.put(Document.of(namespace, owner, key, "{}"));
            return null;
        });
    }

    @Test
    void nothing_of_a_removed_connection_stays_though_its_connector_is_away() throws Exception {
        toy.accountOf = tenant -> tenant;
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
        assertThat(documents("connection-mark")).extracting(d -> d.name().key()).containsExactly(other);
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
