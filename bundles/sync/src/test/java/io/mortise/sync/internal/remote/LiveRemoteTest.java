package io.mortise.sync.internal.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Http.Request;
import io.mortise.model.Outage;
import io.mortise.sync.internal.HandClock;
import io.mortise.sync.internal.pace.Budget;
import io.mortise.sync.internal.pace.Ledger;
import io.mortise.sync.internal.pace.Turn;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LiveRemoteTest {
    private final HandClock clock = new HandClock();
    /** Nobody listens there. */
    private final Stub stub = new Stub("http://127.0.0.1:9");

    private final Turn turn = new Turn();
    private boolean sandbox = true;
    private final LiveRemote remote = remote();

    private LiveRemote remote() {
        return remote(stub, Ledger.NONE);
    }

    private LiveRemote remote(Stub stub, Ledger ledger) {
        return remote(stub, ledger, Optional.empty());
    }

    private LiveRemote remote(Stub stub, Ledger ledger, Optional<String> person) {
        Account account =
                new Account("stub-1", "stub", Map.of(), true, true, true, 1, 1, Duration.ofSeconds(30), Set.of());
        Budget budget = new Budget(ledger, clock);
        return new LiveRemote(
                account,
                stub,
                name -> Optional.empty(),
                Line.open(),
                budget,
                turn,
                () -> sandbox,
                clock,
                Gate.PATIENCE,
                person);
    }

    private Fault fetch() {
        return catchThrowableOfType(
                Fault.class,
                () -> remote.call(
                        "organization", lane -> lane.fetch().orElseThrow().of("1")));
    }

    private static Stub.Does fails(Remedy remedy) {
        return http -> {
            throw Fault.of(remedy, "it failed");
        };
    }

    private void open() {
        stub.fetches = fails(Remedy.RETRY);
        for (int i = 0; i < 20; i++) fetch();
        assertThat(remote.silence()).isEqualTo("it failed");
        clock.pass(Duration.ofSeconds(31));
    }

    private void everySessionIsClosedInTheEnd() {
        remote.close();
        assertThat(stub.closed.get()).isEqualTo(stub.opened.get()).isPositive();
    }

    @Test
    void anAddressThatMayNotBeCalledIsSaidInWordsAndNothingIsAsked() {
        sandbox = false;
        assertThat(fetch().remedy()).isEqualTo(Remedy.RETRY);
        assertThat(remote.trouble()).contains("private network");
        assertThat(stub.opened).hasValue(0);
        sandbox = true;
        assertThat(fetch()).isNull();
        assertThat(remote.trouble()).isEmpty();
    }

    @Test
    void anAddressThatMayNotBeCalledTellsNothingOfTheVendor() {
        sandbox = false;
        for (int i = 0; i < 25; i++) fetch();
        assertThat(remote.silence()).isEmpty();
        assertThat(remote.contact().isForbidden()).isTrue();
    }

    @Test
    void aHostThatNobodyKnowsIsSilenceAndNoTrouble() {
        LiveRemote lost = remote(new Stub("https://no-such-host.invalid"), Ledger.NONE);
        for (int i = 0; i < 20; i++)
            assertThat(catchThrowableOfType(Fault.class, lost::look).getMessage())
                    .contains("can't be found");
        assertThat(lost.trouble()).isEmpty();
        assertThat(lost.contact().isLost()).isTrue();
        assertThat(lost.silence()).contains("can't be found");
    }

    @Test
    void aStoreThatIsAwayPassesAndTheNextTryIsMade() {
        AtomicBoolean away = new AtomicBoolean();
        LiveRemote kept = remote(stub, new Ledger() {
            @Override
            public Optional<Lease> read() {
                return Optional.empty();
            }

            @Override
            public void write(Lease lease) {
                if (away.get()) throw new Outage("the disk is full", null);
            }
        });
        stub.stands = fails(Remedy.RETRY);
        for (int i = 0; i < 20; i++) assertThatThrownBy(kept::standing).isInstanceOf(Fault.class);
        clock.pass(Duration.ofSeconds(31));
        away.set(true);
        stub.stands = http -> http.send(Request.get("/me"));
        for (int i = 0; i < 2; i++) assertThatThrownBy(kept::standing).isInstanceOf(Outage.class);
        away.set(false);
        assertThatThrownBy(kept::standing).hasMessageContaining("can't be reached");
    }

    private int signInsOf(Optional<String> person, Remedy remedy) {
        stub.signs = fails(remedy);
        LiveRemote theirs = remote(stub, Ledger.NONE, person);
        for (int i = 0; i < 3; i++)
            assertThat(catchThrowableOfType(Fault.class, theirs::standing).remedy())
                    .isEqualTo(remedy);
        return stub.signed.getAndSet(0);
    }

    @Test
    void aPersonsLoginThatWasRefusedIsntTriedAgain() {
        Optional<String> ann = Optional.of("ann@example.org");
        assertThat(signInsOf(ann, Remedy.SIGN_IN)).isEqualTo(1);
        assertThat(signInsOf(ann, Remedy.RETRY)).isEqualTo(3);
        assertThat(signInsOf(Optional.empty(), Remedy.SIGN_IN)).isEqualTo(3);
    }

    @Test
    void aSessionThatWasntListedIsClosed() {
        stub.lists = fails(Remedy.RETRY);
        assertThat(fetch().remedy()).isEqualTo(Remedy.RETRY);
        assertThat(stub.closed).hasValue(1);
        stub.lists = http -> {
            throw new IllegalStateException("a defect");
        };
        assertThat(fetch().remedy()).isEqualTo(Remedy.REPORT);
        everySessionIsClosedInTheEnd();
    }

    @Test
    void aSessionWhoseCallWasADefectIsClosed() {
        stub.fetches = http -> {
            throw new IllegalStateException("a defect");
        };
        assertThat(fetch().remedy()).isEqualTo(Remedy.REPORT);
        everySessionIsClosedInTheEnd();
    }

    @Test
    void aFaultOfTheStandingLosesNoSession() {
        stub.stands = fails(Remedy.ASK_ADMIN);
        assertThatThrownBy(remote::standing).isInstanceOf(Fault.class);
        stub.stands = fails(Remedy.SIGN_IN);
        assertThatThrownBy(remote::standing).isInstanceOf(Fault.class);
        everySessionIsClosedInTheEnd();
    }

    @Test
    void aConnectorWhoseClassesAreGoneIsReportedAndTheNextCallIsMade() {
        stub.fetches = http -> {
            throw new NoClassDefFoundError("io/mortise/connector/stub/Mapping");
        };
        assertThat(fetch().remedy()).isEqualTo(Remedy.REPORT);
        stub.fetches = Stub.NOTHING;
        assertThat(fetch()).isNull();
        everySessionIsClosedInTheEnd();
    }

    @Test
    void whateverATryThrowsTheNextOneIsMade() {
        open();
        stub.fetches = http -> {
            throw new AssertionError("not even a defect of the usual kind");
        };
        assertThatThrownBy(() -> remote.call(
                        "organization", lane -> lane.fetch().orElseThrow().of("1")))
                .isInstanceOf(AssertionError.class);
        stub.fetches = Stub.NOTHING;
        assertThat(fetch()).isNull();
        assertThat(remote.silence()).isEmpty();
    }

    @Test
    void ourOwnLimitTellsNothingOfAVendorThatIsSilent() {
        open();
        stub.fetches = http -> http.send(Request.get("/organizations"));
        turn.forPerson(() -> {
            assertThat(fetch().getMessage()).contains("can't be reached");
            clock.pass(Duration.ofSeconds(31));
            Fault own = fetch();
            assertThat(own.after()).isPositive();
            assertThat(own.wholeAccount()).isTrue();
            assertThat(remote.silence()).contains("can't be reached");
        });
        stub.fetches = Stub.NOTHING;
        assertThat(fetch()).isNull();
        assertThat(remote.silence()).isEmpty();
    }
}
