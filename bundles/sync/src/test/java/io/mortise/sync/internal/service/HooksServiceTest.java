package io.mortise.sync.internal.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.api.Connections.Connection;
import io.mortise.api.Connections.Draft;
import io.mortise.api.Connections.Terms;
import io.mortise.api.Hooks;
import io.mortise.api.Hooks.Verdict;
import io.mortise.model.Secret;
import io.mortise.store.memory.MemoryStore;
import io.mortise.sync.internal.HandClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The engine with its threads; it polls once a minute. */
@Timeout(60)
class HooksServiceTest {
    private static final String HERE = "192.0.2.7";
    private final MemoryStore store = new MemoryStore();
    private final KeptSecrets secrets = new KeptSecrets();
    private final HandClock clock = new HandClock();
    private final Ringer caller = new Ringer();
    private Engine engine = new Engine(store, secrets, () -> true);
    private Hooks hooks = new HooksService(engine, clock);

    @BeforeEach
    void install() {
        engine.addConnector(caller);
    }

    @AfterEach
    void stop() {
        engine.stop();
    }

    private String connected(Map<String, Secret> keys) {
        return connections()
                .add(new Admin(), "caller", new Draft(Map.of("tenant", "t"), keys), Terms.USUAL, false)
                .id();
    }

    private String signing() {
        return connected(Map.of("hook", Secret.of("s3cret")));
    }

    private ConnectionsService connections() {
        return new ConnectionsService(engine, secrets);
    }

    private Connection shown(String id) {
        return connections().list(new Admin()).stream()
                .filter(connection -> connection.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Verdict call(String id, String proof) {
        return hooks.take(id, HERE, new Hooks.Call(Map.of("X-Proof", proof), "{}".getBytes(UTF_8)));
    }

    private static void await(BooleanSupplier wanted) throws InterruptedException {
        while (!wanted.getAsBoolean()) Thread.sleep(10);
    }

    @Test
    void aCallLeadsToALookLongBeforeTheNextPollAndManyToFew() throws Exception {
        String id = signing();
        await(() -> caller.looks.get() == 1);
        Thread.sleep(1_500);
        assertThat(caller.looks).hasValue(1);
        long before = System.nanoTime();
        for (int i = 0; i < 200; i++) assertThat(call(id, "s3cret")).isEqualTo(Verdict.TAKEN);
        await(() -> caller.looks.get() == 2);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        Thread.sleep(3_000);
        assertThat(caller.looks.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void aCallOfAStrangerIsRefusedAndLeadsToNothing() throws Exception {
        String id = signing();
        await(() -> caller.looks.get() == 1);
        assertThat(call(id, "wrong")).isEqualTo(Verdict.REFUSED);
        assertThat(call("nobody", "s3cret")).isEqualTo(Verdict.REFUSED);
        assertThat(shown(id).hook().orElseThrow().heard()).isEmpty();
        assertThat(shown(id).hook().orElseThrow().refused()).isPresent();
        Thread.sleep(1_500);
        assertThat(caller.looks).hasValue(1);
    }

    @Test
    void whatAConnectorCantReadIsRefused() {
        String id = signing();
        Hooks.Call empty = new Hooks.Call(Map.of("X-Proof", "s3cret"), new byte[0]);
        assertThat(hooks.take(id, HERE, empty)).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void whoIsRefusedOftenIsSentAwayAndWhatIsRightPassesAllTheSame() {
        String id = signing();
        for (int i = 0; i < 20; i++) assertThat(call(id, "wrong")).isEqualTo(Verdict.REFUSED);
        assertThat(call(id, "wrong")).isEqualTo(Verdict.TOO_MANY);
        assertThat(call("nobody", "")).isEqualTo(Verdict.TOO_MANY);
        assertThat(call(id, "s3cret")).isEqualTo(Verdict.TAKEN);
        clock.pass(Duration.ofSeconds(5));
        assertThat(call(id, "wrong")).isEqualTo(Verdict.REFUSED);
        Hooks.Call wrong = new Hooks.Call(Map.of(), "{}".getBytes(UTF_8));
        assertThat(hooks.take(id, "192.0.2.8", wrong)).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void withoutASecretAnybodyIsHeardButNotOften() {
        String id = connected(Map.of());
        assertThat(shown(id).hook().orElseThrow().signed()).isFalse();
        for (int i = 0; i < 30; i++) assertThat(call(id, "")).isEqualTo(Verdict.TAKEN);
        assertThat(call(id, "")).isEqualTo(Verdict.TOO_MANY);
        clock.pass(Duration.ofSeconds(2));
        assertThat(call(id, "anything")).isEqualTo(Verdict.TAKEN);
        assertThat(call(id, "anything")).isEqualTo(Verdict.TOO_MANY);
    }

    @Test
    void thatItCalledIsKnownAfterARestartAndForgottenWithTheConnection() throws Exception {
        String id = signing();
        assertThat(shown(id).hook().orElseThrow().guide()).containsExactly("Enter the address.", "Enter the secret.");
        assertThat(shown(id).hook().orElseThrow().signed()).isTrue();
        assertThat(shown(id).hook().orElseThrow().heard()).isEmpty();
        call(id, "s3cret");
        assertThat(shown(id).hook().orElseThrow().heard()).isPresent();
        await(() -> kept(id));
        engine.stop();
        engine = new Engine(store, secrets, () -> true);
        engine.addConnector(caller);
        assertThat(shown(id).hook().orElseThrow().heard()).isPresent();
        connections().remove(new Admin(), id);
        assertThat(kept(id)).isFalse();
    }

    private boolean kept(String id) {
        return store.read(s -> s.document(Heard.name(id), clock.instant())).isPresent();
    }

    @Test
    void onlyASystemThatCallsIsShownAsOne() {
        engine.addConnector(new Toy("acme"));
        Draft draft = new Draft(Map.of("tenant", "t"), Map.of("key", Secret.of("k")));
        String id = connections()
                .add(new Admin(), "acme", draft, Terms.USUAL, false)
                .id();
        assertThat(shown(id).hook()).isEqualTo(Optional.empty());
        assertThat(call(id, "")).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void thatItCallsIsToldAmongItsGuarantees() {
        assertThat(connections()
                        .guarantees(new Admin(), signing())
                        .get(0)
                        .changesSeen()
                        .why())
                .isEqualTo("What was changed is asked for regularly, and at once when the system calls.");
    }

    @Test
    void aConnectionThatIsSwitchedOffTakesNone() {
        String id = signing();
        Connection on = shown(id);
        Terms off =
                new Terms(Optional.of(false), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        connections().change(new Admin(), id, on.version(), new Draft(on.settings(), Map.of()), off, false);
        assertThat(call(id, "s3cret")).isEqualTo(Verdict.REFUSED);
    }
}
