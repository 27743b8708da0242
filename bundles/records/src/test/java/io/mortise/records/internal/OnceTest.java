package io.mortise.records.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.api.Once;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.store.memory.MemoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What is asked twice, and what is asked of several at once. */
class OnceTest {
    private final MemoryStore store = new MemoryStore();
    private final RecordsService records = new RecordsService(store, new Wire(), new Everywhere());
    private final Caller tech = new Someone(Set.of("organization.read", "organization.edit"));

    private Entity make(String name, String key, String asked) {
        return records.create(
                        tech, Organization.TYPE, Fields.of(Organization.NAME, name), Optional.of(new Once(key, asked)))
                .now();
    }

    private long count() {
        return records.count(tech, Find.all(Organization.TYPE));
    }

    @Test
    void the_same_key_gives_the_same_record_as_it_stands_now() {
        Entity first = make("Acme", "k1", "a");
        records.edit(tech, first.ref(), first.version(), Fields.of(Organization.WEBSITE, "https://acme.example"));
        Entity again = make("Acme", "k1", "a");
        assertThat(again.ref()).isEqualTo(first.ref());
        assertThat(again.get(Organization.WEBSITE)).contains("https://acme.example");
        assertThat(count()).isEqualTo(1);
        assertThat(make("Acme", "k2", "a").ref()).isNotEqualTo(first.ref());
    }

    @Test
    void another_request_under_the_same_key_is_refused_and_makes_nothing() {
        make("Acme", "k1", "a");
        assertThatThrownBy(() -> make("Borealis", "k1", "b"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.INVALID))
                .hasMessageContaining("Take a new key");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void what_was_refused_leaves_its_key_free() {
        assertThatThrownBy(() -> make("", "k1", "a")).isInstanceOf(Refusal.class);
        assertThat(make("Acme", "k1", "b").get(Organization.NAME)).contains("Acme");
    }

    @Test
    void many_at_the_same_moment_make_one() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Ref>> all = new ArrayList<>();
            for (int i = 0; i < 32; i++) all.add(() -> make("Acme", "k1", "a").ref());
            List<Ref> made = new ArrayList<>();
            for (Future<Ref> one : threads.invokeAll(all)) made.add(one.get());
            assertThat(made).hasSize(32).containsOnly(made.get(0));
            assertThat(count()).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_key_is_each_persons_own() {
        Entity mine = make("Acme", "k1", "a");
        Caller other = new Caller() {
            @Override
            public String id() {
                return "other";
            }

            @Override
            public String name() {
                return "Other";
            }

            @Override
            public String email() {
                return "";
            }

            @Override
            public boolean may(io.mortise.model.Right right) {
                return tech.may(right);
            }
        };
        Once once = new Once("k1", "z");
        assertThat(records.create(other, Organization.TYPE, Fields.of(Organization.NAME, "Borealis"), Optional.of(once))
                        .now()
                        .ref())
                .isNotEqualTo(mine.ref());
    }

    @Test
    void names_and_origins_of_several_come_at_once_without_what_the_caller_may_not_know() {
        Ref acme = make("Acme", "k1", "a").ref();
        Ref unknown = Ref.to(Organization.TYPE, "999");
        Ref other = new Ref("contact", acme.id());
        assertThat(records.names(tech, List.of(acme, acme, unknown, other))).isEqualTo(Map.of(acme, "Acme"));
        assertThat(records.origins(tech, List.of(acme, unknown))
                        .get(acme)
                        .get("name")
                        .by())
                .isEqualTo("Somebody");
        assertThat(records.names(new Someone(Set.of()), List.of(acme))).isEmpty();
    }

    @Test
    void changed_since_is_a_list_in_the_order_of_changes_from_either_end() throws InterruptedException {
        make("Acme", "k1", "a");
        Thread.sleep(5);
        Entity second = make("Borealis", "k2", "a");
        Instant since = second.get(EntityType.CHANGED_AT).orElseThrow();
        Thread.sleep(5);
        make("Cumulus", "k3", "a");
        Find find = Find.all(Organization.TYPE).from(EntityType.CHANGED_AT, since);
        assertThat(names(find.up(EntityType.CHANGED_AT))).containsExactly("Borealis", "Cumulus");
        assertThat(names(find.down(EntityType.CHANGED_AT))).containsExactly("Cumulus", "Borealis");
        assertThat(records.count(tech, find.down(EntityType.CHANGED_AT))).isEqualTo(2);
        assertThat(records.count(tech, find.up(EntityType.CHANGED_AT))).isEqualTo(2);
        assertThatThrownBy(() -> names(find)).isInstanceOf(Refusal.class).hasMessageContaining("sort by updated");
    }

    private List<String> names(Find find) {
        List<String> names = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            var part = records.list(tech, find.page(next, 1));
            part.items().forEach(one -> names.add(one.get(Organization.NAME).orElseThrow()));
            next = part.next();
        } while (next.isPresent());
        return names;
    }
}
