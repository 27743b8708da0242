package io.mortise.web.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Routes;
import io.mortise.api.Routes.Route;
import io.mortise.api.Routes.Shape;
import io.mortise.web.internal.route.Gate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SwapTest {
    record Version(String version) {}

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Server server;
    private Browser tech;

    @BeforeEach
    void start() throws Exception {
        server = Server.with(Person.named("tech"));
        tech = server.browser().signedIn("tech");
        assertThat(tech.get("/health/ready").status()).isEqualTo(200);
    }

    @AfterEach
    void stop() throws Exception {
        threads.shutdownNow();
        server.close();
    }

    private static Routes version(String version) {
        List<Route<?, ?>> routes =
                List.of(Route.get("/version", Shape.of(Version.class), call -> new Version(version)));
        return () -> routes;
    }

    @Test
    void no_request_fails_while_a_bundle_is_replaced_thirty_times_under_load() throws Exception {
        Routes current = version("0");
        server.site.gate.add("swapped", current);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger asked = new AtomicInteger();
        List<Future<List<String>>> wrong = new ArrayList<>();
        for (int i = 0; i < 4; i++) wrong.add(threads.submit(() -> poll(over, begun, asked)));

        int last = 0;
        for (int i = 1; i <= 30 || asked.get() <= 100; i++) {
            last = i;
            server.site.gate.remove(current);
            while (begun.get() - asked.get() < 4) Thread.yield(); // all on their way into the gap
            current = version(Integer.toString(i));
            server.site.gate.add("swapped", current);
            int answered = asked.get() + 4;
            while (asked.get() < answered) Thread.yield();
        }
        over.set(true);

        for (Future<List<String>> one : wrong)
            assertThat(one.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(asked).hasValueGreaterThan(100);
        assertThat(tech.get("/api/version").json().path("version").asText()).isEqualTo(Integer.toString(last));
    }

    private List<String> poll(AtomicBoolean over, AtomicInteger begun, AtomicInteger asked) throws Exception {
        List<String> wrong = new ArrayList<>();
        while (!over.get()) {
            begun.incrementAndGet();
            Browser.Answer answer = tech.get("/api/version");
            asked.incrementAndGet();
            if (answer.status() != 200) wrong.add(answer.status() + " " + answer.body());
        }
        return wrong;
    }

    @Test
    void a_bundle_leaves_only_after_its_running_call_has_ended() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<Route<?, ?>> slow = List.of(Route.get("/slow", Shape.of(Version.class), call -> {
            inside.countDown();
            go.await();
            return new Version("old");
        }));
        Routes routes = () -> slow;
        server.site.gate.add("slow", routes);
        Future<Browser.Answer> running = threads.submit(() -> tech.get("/api/slow"));
        inside.await();

        CompletableFuture<Void> left = CompletableFuture.runAsync(() -> server.site.gate.remove(routes), threads);
        while (isLive("/slow")) Thread.yield();
        assertThatThrownBy(() -> left.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        go.countDown();

        left.get(5, TimeUnit.SECONDS);
        assertThat(running.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    private boolean isLive(String path) {
        return server.site.gate.described().stream()
                .anyMatch(route -> route.path().equals(path));
    }

    @Test
    void a_removed_path_is_held_then_503_and_404_when_nobody_came() throws Exception {
        Routes routes = version("1");
        server.site.gate.add("gone", routes);
        server.site.gate.remove(routes);

        long begun = System.nanoTime();
        Browser.Answer held = tech.get("/api/version");

        assertThat(held.status()).isEqualTo(503);
        assertThat(held.reason()).isEqualTo("swapping");
        assertThat(held.header("Retry-After")).isEqualTo("2");
        assertThat(System.nanoTime() - begun).isGreaterThan(400_000_000L);
        assertThat(tech.get("/api/version").status()).isEqualTo(404);
    }

    @Test
    void only_so_many_requests_are_held_the_others_are_503_at_once() throws Exception {
        Gate.Patience patience = new Gate.Patience(Duration.ofSeconds(5), Duration.ofMinutes(1), 8);
        try (Server patient = Server.with(patience, Person.named("tech"))) {
            Browser asking = patient.browser().signedIn("tech");
            Routes routes = version("1");
            patient.site.gate.add("gone", routes);
            patient.site.gate.remove(routes);
            BlockingQueue<Integer> answered = new LinkedBlockingQueue<>();
            for (int i = 0; i < 24; i++)
                threads.submit(() -> answered.add(asking.get("/api/version").status()));

            for (int i = 0; i < 16; i++)
                assertThat(answered.poll(20, TimeUnit.SECONDS)).isEqualTo(503);
            assertThat(answered.poll(200, TimeUnit.MILLISECONDS)).isNull();
            patient.site.gate.add("successor", version("2"));
            for (int i = 0; i < 8; i++)
                assertThat(answered.poll(20, TimeUnit.SECONDS)).isEqualTo(200);
        }
    }

    @Test
    void while_the_product_stops_nothing_is_held() throws Exception {
        Routes routes = version("1");
        server.site.gate.add("gone", routes);
        server.site.gate.remove(routes);
        server.stopping.set(true);

        long begun = System.nanoTime();
        assertThat(tech.get("/api/version").status()).isEqualTo(503);
        assertThat(System.nanoTime() - begun).isLessThan(500_000_000L);
    }
}
