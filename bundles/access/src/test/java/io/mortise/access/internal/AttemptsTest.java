package io.mortise.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Refusal;
import io.mortise.store.memory.PassingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private final PassingClock clock = new PassingClock();
    private final Attempts attempts = new Attempts(clock, 5);

    private void fail(int times) {
        for (int i = 0; i < times; i++) attempts.begin("eve");
    }

    @Test
    void r17_of_many_tries_at_the_same_time_only_the_free_ones_are_looked_at() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(40);
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) all.add(threads.submit(() -> isLookedAt(go)));
            go.countDown();
            int lookedAt = 0;
            for (Future<Boolean> one : all) if (one.get(20, TimeUnit.SECONDS)) lookedAt++;
            assertThat(lookedAt).isEqualTo(5);
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean isLookedAt(CountDownLatch go) throws InterruptedException {
        go.await();
        try {
            attempts.begin("eve");
            return true;
        } catch (Refusal tooMany) {
            return false;
        }
    }

    @Test
    void each_further_failure_waits_longer() {
        fail(5);
        assertThatThrownBy(() -> attempts.begin("eve")).hasMessageContaining("Wait 2 seconds");
        clock.pass(Duration.ofSeconds(1));
        attempts.begin("eve");
        assertThatThrownBy(() -> attempts.begin("eve")).hasMessageContaining("Wait 3 seconds");
        assertThatCode(() -> attempts.begin("ann")).doesNotThrowAnyException();
    }

    @Test
    void after_a_quiet_hour_all_is_forgotten() {
        fail(5);
        clock.pass(Duration.ofMinutes(61));
        fail(5);
        assertThatThrownBy(() -> attempts.begin("eve")).hasMessageContaining("Wait 2 seconds");
    }

    @Test
    void a_success_takes_back_its_own_try_only() {
        fail(4);
        attempts.begin("eve");
        attempts.uncount("eve");
        attempts.begin("eve");
        assertThatThrownBy(() -> attempts.begin("eve")).isInstanceOf(Refusal.class);
    }
}
