package io.mortise.sync.internal.service;

import static io.mortise.api.Refusal.Reason.EXISTS;
import static io.mortise.sync.internal.service.Office.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Connections.Connection;
import io.mortise.api.Connections.Draft;
import io.mortise.api.Connections.State;
import io.mortise.api.Connections.Terms;
import io.mortise.api.Refusal;
import io.mortise.connector.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What connections are called, how they stand, and which accounts of their vendors they have. */
@Timeout(60)
class ShownTest extends Setup {
    /** A product of which nothing is read, so that no pass in the background tells how its connection stands. */
    private static final String FEEDLESS = "other";

    @Test
    void another_way_to_the_same_account_is_refused_with_the_name_of_the_first() {
        toy.accountOf = tenant -> tenant.startsWith("alias") ? "4101" : tenant;
        connections.add(admin, "acme", draft("alias-1", "k"), Terms.USUAL, true); // its mark is asked for now
        assertThatThrownBy(() -> add("acme", "alias-2"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(EXISTS))
                .hasMessageContaining("as Toy of acme: change that");
        Connection other = add("acme", "elsewhere");
        refused(
                () -> connections.change(admin, other.id(), other.version(), draft("alias-3", "k"), Terms.USUAL, false),
                EXISTS,
                "connected already");
        assertThat(connections.list(admin)).hasSize(2);
    }

    private static Terms named(String name) {
        return new Terms(
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private List<String> names() {
        return connections.list(admin).stream().map(Connection::name).sorted().toList();
    }

    @Test
    void connections_are_told_apart_by_their_names() {
        Connection first = add("acme", "t");
        assertThat(names()).containsExactly("Toy of acme");
        Connection second = add("acme", "u");
        assertThat(names()).containsExactly("Toy of acme (t)", "Toy of acme (u)");

        Draft same = new Draft(second.settings(), Map.of());
        Connection named = connections.change(admin, second.id(), second.version(), same, named("  Old  toys "), false);
        assertThat(named.ownName()).isEqualTo("Old toys");
        assertThat(names()).containsExactly("Old toys", "Toy of acme");
        assertThat(engine.network().live(second.id()).orElseThrow().system()).isEqualTo("Old toys");
        assertThat(engine.network().live(first.id()).orElseThrow().system()).isEqualTo("Toy of acme");

        for (String wrong : List.of("toy of ACME", "x".repeat(61)))
            assertThatThrownBy(() -> connections.change(admin, second.id(), named.version(), same, named(wrong), false))
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.fields()).containsOnlyKeys("name"));
        connections.change(admin, second.id(), named.version(), same, named(""), false);
        assertThat(names()).containsExactly("Toy of acme (t)", "Toy of acme (u)");
    }

    private State state(String id) {
        return connections.list(admin).stream()
                .filter(connection -> connection.id().equals(id))
                .map(Connection::state)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_nobody_has_tried_isnt_called_connected() {
        String untried = connections
                .add(admin, FEEDLESS, draft("t", "k"), Terms.USUAL, true)
                .id();
        assertThat(state(untried)).isEqualTo(State.UNTESTED);
        Connection tried = add("acme", "u");
        assertThat(tried.state()).isEqualTo(State.CONNECTED);
        Terms off =
                new Terms(Optional.of(false), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        connections.change(admin, tried.id(), tried.version(), new Draft(tried.settings(), Map.of()), off, false);
        assertThat(state(tried.id())).isEqualTo(State.PAUSED);
    }

    @Test
    void what_came_of_the_first_call_is_shown_though_nothing_was_tested() throws Exception {
        toy.atSignIn = Optional.of(Fault.of(Fault.Remedy.SIGN_IN, "a wrong key"));
        String refused = connections
                .add(admin, "acme", draft("t", "k"), Terms.USUAL, true)
                .id();
        await(() -> state(refused) == State.REFUSED);
        toy.atSignIn = Optional.of(Fault.of(Fault.Remedy.RETRY, "nothing listens there"));
        String silent = connections
                .add(admin, "acme", draft("u", "k"), Terms.USUAL, true)
                .id();
        await(() -> state(silent) == State.UNREACHABLE);
    }

    @Test
    void who_has_the_products_name_by_hand_is_told_from_who_has_none() {
        connections.add(admin, "acme", draft("t", "k"), named("toy of acme"), false);
        add("acme", "u");
        assertThat(names()).containsExactly("Toy of acme (u)", "toy of acme");
    }

    @Test
    void that_a_vendor_gave_no_mark_isnt_kept() throws Exception {
        String first = add("acme", "alias-1").id();
        await(() -> state(first) == State.CONNECTED);
        toy.accountOf = tenant -> "4101";
        refused(() -> add("acme", "alias-2"), EXISTS, "as Toy of acme: change that");
    }

    /** What another's vendor is asked for takes as long as that one likes. */
    @Test
    void while_another_connection_is_asked_for_its_mark_connections_can_be_changed() throws Exception {
        String removed = add("acme", "removed").id();
        CountDownLatch over = new CountDownLatch(1);
        AtomicInteger waiting = new AtomicInteger();
        toy.accountOf = tenant -> {
            if (tenant.equals("slow")) await(over, waiting);
            return tenant;
        };
        connections.add(admin, "acme", draft("slow", "k"), Terms.USUAL, true);
        CompletableFuture<Connection> added = CompletableFuture.supplyAsync(() -> add("acme", "new"));
        await(() -> waiting.get() == 1);
        connections.remove(admin, removed);
        assertThat(added).isNotDone();
        over.countDown();
        assertThat(added.get().state()).isEqualTo(State.CONNECTED);
    }

    private static void await(CountDownLatch over, AtomicInteger waiting) {
        waiting.incrementAndGet();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void what_was_known_of_a_connection_outlives_its_rest_and_not_its_settings() {
        Connection made = add(FEEDLESS, "t");
        for (boolean rests : List.of(true, false)) {
            engine.network().rest(made.id(), rests);
            engine.refresh();
            assertThat(engine.network().live(made.id()).isPresent()).isNotEqualTo(rests);
        }
        assertThat(state(made.id())).isEqualTo(State.CONNECTED);
        connections.change(admin, made.id(), made.version(), draft("u", "k"), Terms.USUAL, true);
        assertThat(state(made.id())).isEqualTo(State.UNTESTED);
    }
}
