package io.mortise.itests.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.Unpacked;
import io.mortise.itests.Vendors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A first sync that is killed twenty times among vendors that fail must end like one that nothing disturbed. The
 * vendors run in a process of their own: what the killed product has sent stays done there. {@code -Dkill.seed=N} for
 * the same moments again.
 */
@SuppressWarnings("try") // that the vendors run is all that is wanted of them
@ExtendWith(ProductExtension.class)
class KillTest {
    private static final String[] WORLD = {"--scale", "0.2", "--speed", "600"};
    private static final String[] OPTIONS = {"--sandbox-scale", "0.2", "--sandbox-speed", "600"};
    private static final int KILLS = 20;
    private static final Map<String, Double> FAULTS =
            Map.of("429", 0.02, "500", 0.02, "timeout-before", 0.01, "timeout-after", 0.02, "truncated-page", 0.03);
    private static final Duration STILL = Duration.ofSeconds(15);
    private static final Duration END = Duration.ofMinutes(5);

    private final Unpacked unpacked;

    KillTest(Unpacked unpacked) {
        this.unpacked = unpacked;
    }

    @Test
    void r05_twenty_kills_and_failing_vendors_end_like_an_undisturbed_first_sync() throws Exception {
        long seed = Long.getLong("kill.seed", System.nanoTime());
        System.out.println("kill.seed = " + seed);
        Undisturbed calm = undisturbed();
        try (Product product = Product.of(unpacked, OPTIONS).withoutSandbox();
                Vendors vendors = Vendors.start(unpacked, product.sandboxPort(), WORLD)) {
            FAULTS.forEach((kind, often) -> Vendor.all(product).forEach(vendor -> vendor.fails(kind, often)));
            kill(product, new Random(seed), calm.writes);
            Vendor.all(product).forEach(Vendor::recovers);
            product.start().awaitReady();

            Until.is(
                    () -> EndState.of(product).equals(calm.end),
                    END,
                    () -> EndState.of(product).difference(calm.end));
            List<Long> writes = writes(product);
            Until.quiet(() -> writes(product), STILL, END);
            assertThat(writes(product)).as("writes after all was equal").isEqualTo(writes);
            assertThat(EndState.of(product)).isEqualTo(calm.end);
            assertThat(vendors.areUp()).isTrue();
        }
    }

    private record Undisturbed(EndState end, long writes) {}

    private Undisturbed undisturbed() throws Exception {
        try (Product product = Product.of(unpacked, OPTIONS).withoutSandbox();
                Vendors vendors = Vendors.start(unpacked, product.sandboxPort(), WORLD)) {
            product.start().awaitReady();
            Until.is(() -> sum(writes(product)) > 100, END, () -> writes(product));
            Until.quiet(() -> EndState.of(product), STILL, END);
            assertThat(vendors.areUp()).isTrue();
            return new Undisturbed(EndState.of(product), sum(writes(product)));
        }
    }

    /** The first kills come while it reads, the others at any point of what it writes. */
    private static void kill(Product product, Random random, long all) throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            product.start().awaitReady();
            long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            long wanted = kill < 5 ? 0 : all * kill / (KILLS + 2);
            while (sum(writes(product)) < wanted && System.nanoTime() < until) Thread.sleep(20);
            Thread.sleep(random.nextInt(1_000));
            product.kill();
        }
    }

    private static List<Long> writes(Product product) {
        return Vendor.all(product).stream().map(Vendor::writes).toList();
    }

    private static long sum(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).sum();
    }
}
