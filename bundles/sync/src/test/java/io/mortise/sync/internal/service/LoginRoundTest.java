package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.api.Access.Link.State;
import io.mortise.api.Connections.Draft;
import io.mortise.api.Connections.Mine;
import io.mortise.api.Connections.Terms;
import io.mortise.model.Secret;
import io.mortise.sync.internal.remote.Account;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a person stands at several systems. */
@Timeout(60)
class LoginRoundTest {
    private final Office office = new Office();
    private final CountDownLatch over = new CountDownLatch(1);

    @BeforeEach
    void connectTwice() {
        Draft other = new Draft(Map.of("tenant", "other"), Map.of("key", Secret.of("k")));
        String second = office.connections
                .add(new Admin(), "cabinet", other, Terms.USUAL, false)
                .id();
        office.connect(office.ann, "ann", "1234");
        office.connections.connectMe(office.ann, second, 0, Office.draft("ann", "1234"), false);
    }

    @AfterEach
    void stop() {
        over.countDown();
        office.close();
    }

    private List<State> states() {
        return office.connections.mine(office.ann).stream().map(Mine::state).toList();
    }

    @Test
    void all_are_asked_at_once() {
        CyclicBarrier both = new CyclicBarrier(2);
        office.cabinet.meanwhile = tenant -> await(both);
        assertThat(states()).containsExactly(State.CONNECTED, State.CONNECTED);
    }

    private static void await(CyclicBarrier both) {
        try {
            both.await(4, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("asked alone", e);
        }
    }

    @Test
    void what_has_not_answered_says_so_and_the_rest_is_there() throws Exception {
        office.cabinet.meanwhile = tenant -> {
            if (tenant.equals("other")) await(over);
        };
        List<Mine> mine = office.connections.mine(office.ann);
        assertThat(mine).extracting(Mine::state).containsExactlyInAnyOrder(State.CONNECTED, State.LOST);
        Mine late = mine.stream()
                .filter(one -> one.state() == State.LOST)
                .findFirst()
                .orElseThrow();
        assertThat(late.settings()).containsEntry("user", "ann");
        assertThat(late.trouble()).isEqualTo("The cabinet (other) has not answered yet: look again in a moment.");
        over.countDown();
        assertThat(states()).containsExactly(State.CONNECTED, State.CONNECTED);
    }

    @Test
    void however_many_wait_for_a_system_that_hangs_the_others_are_asked() throws Exception {
        List<String> people = IntStream.range(0, 20).mapToObj(i -> "p" + i).toList();
        for (String name : people) {
            office.cabinet.people.put(name, "1234");
            office.connect(new Worker(name), name, "1234");
        }
        office.cabinet.meanwhile = tenant -> {
            if (tenant.equals("t")) await(over);
        };
        ExecutorService threads = Executors.newCachedThreadPool();
        try (LoginRound round = new LoginRound(new LoginCheck(office.engine), Duration.ofSeconds(1))) {
            List<Callable<Set<String>>> rounds = people.stream()
                    .<Callable<Set<String>>>map(name -> () -> round.unanswered(logins(name), name))
                    .toList();
            for (Future<Set<String>> late : threads.invokeAll(rounds))
                assertThat(late.get()).containsExactly(office.id);
            assertThat(round.unanswered(logins("ann"), "ann@cabinet.example")).containsExactly(office.id);
        } finally {
            threads.shutdownNow();
        }
    }

    private Map<Account, Login> logins(String user) {
        Map<Account, Login> logins = new HashMap<>();
        for (Account account : office.engine.accounts().all())
            office.engine.logins().find(account.id(), user).ifPresent(login -> logins.put(account, login));
        return logins;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
