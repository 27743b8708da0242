package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.api.Check.Result;
import io.mortise.api.Connections.Draft;
import io.mortise.api.Connections.Terms;
import io.mortise.connector.Fault;
import io.mortise.model.Outage;
import io.mortise.model.Secret;
import io.mortise.store.memory.MemoryStore;
import io.mortise.sync.internal.remote.Account;
import io.mortise.sync.internal.remote.LiveRemote;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SyncCheckTest {
    private final MemoryStore store = new MemoryStore();
    private final Engine engine = new Engine(store, new KeptSecrets(), () -> true);
    private final SyncCheck check = new SyncCheck(engine);
    private final Toy toy = new Toy("acme");

    @AfterEach
    void stop() {
        engine.stop();
    }

    private String connect() {
        engine.addConnector(toy);
        Draft draft = new Draft(Map.of("tenant", "t"), Map.of("key", Secret.of("k")));
        return new ConnectionsService(engine, new KeptSecrets())
                .add(new Admin(), "acme", draft, Terms.USUAL, true)
                .id();
    }

    private void says(String... words) throws InterruptedException {
        await(result -> result.detail().contains(words[0]));
        assertThat(check.check().detail()).contains(words).doesNotContain("tenant 4711");
    }

    private void await(Predicate<Result> wanted) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!wanted.test(check.check()) && System.nanoTime() < end) Thread.sleep(20);
        assertThat(check.check()).matches(wanted).matches(Result::ok);
    }

    @Test
    void without_a_connection_and_with_one_that_works_all_is_well() {
        assertThat(check.check()).isEqualTo(Result.OK);
        connect();
        assertThat(check.check()).isEqualTo(Result.OK);
    }

    @Test
    void a_sign_in_that_is_refused_has_a_line_and_the_product_stays_ready() throws Exception {
        toy.atSignIn = Optional.of(Fault.of(Fault.Remedy.SIGN_IN, "the key of tenant 4711 isn't accepted"));
        connect();
        says("Toy of acme doesn't accept the sign-in", "The page Sync says more");
    }

    @Test
    void another_program_at_its_address_has_a_line() throws Exception {
        toy.atSignIn = Optional.of(
                Fault.of(Fault.Remedy.SIGN_IN, "tenant 4711 isn't known").about(Fault.ADDRESS));
        connect();
        says("another program answers at the address of Toy of acme");
    }

    @Test
    void an_address_that_must_not_be_called_and_a_host_that_nobody_knows_have_lines_of_their_own() throws Exception {
        toy.base = "http://169.254.169.254";
        String id = connect();
        says("Toy of acme has an address that mustn't be called");
        toy.base = "http://no-such-host.invalid";
        House.keep(engine.accounts(), paused(engine.accounts().find(id).orElseThrow()));
        engine.refresh();
        says("Toy of acme can't be found");
    }

    private static Account paused(Account a) {
        return new Account(
                a.id(),
                a.product(),
                a.settings(),
                a.enabled(),
                a.speaks(),
                a.equalNames(),
                a.share(),
                a.speed(),
                a.poll(),
                Set.of("contact"));
    }

    @Test
    void a_store_that_is_away_while_a_connector_arrives_is_tried_again() throws Exception {
        House.keep(engine.accounts(), House.account("acme"));
        store.onCommit(() -> {
            throw new Outage("the disk is full", null);
        });
        engine.addConnector(toy);
        assertThat(engine.network().live("acme")).isEmpty();
        store.onCommit(() -> {});
        await(result -> engine.reader("acme").isPresent());
        await(Result.OK::equals);
    }

    @Test
    void a_vendor_that_never_answered_has_a_line() throws Exception {
        toy.atLanes = Optional.of(Fault.of(Fault.Remedy.RETRY, "no answer for tenant 4711"));
        connect();
        says("Toy of acme can't be reached");
    }

    @Test
    void a_vendor_that_falls_silent_has_a_line_until_it_answers() throws Exception {
        LiveRemote remote = engine.network().live(connect()).orElseThrow();
        remote.look();
        Fault silence = Fault.of(Fault.Remedy.RETRY, "no answer for tenant 4711");
        // what is read beside this, and answers, begins the count anew
        for (int i = 0; remote.silence().isEmpty() && i < 100; i++) {
            try {
                remote.call("organization", lane -> {
                    throw silence;
                });
            } catch (Fault expected) {
                assertThat(expected.remedy()).isEqualTo(Fault.Remedy.RETRY);
            }
        }
        says("Toy of acme can't be reached");
    }

    @Test
    void a_connection_whose_connector_is_away_has_a_line_until_it_is_back() throws Exception {
        connect();
        engine.removeConnector(toy);
        assertThat(check.check())
                .isEqualTo(Result.but("the connector of Toy of acme isn't running. The page Sync says more"));
        engine.addConnector(toy);
        await(Result.OK::equals);
    }
}
