package io.mortise.itests.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.Unpacked;
import io.mortise.itests.Vendors;
import io.mortise.itests.api.Hub;
import io.mortise.itests.api.Until;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** The product dies while a file is on its way. The vendors live on in a process of their own. */
@ExtendWith(ProductExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class KilledUploadTest {
    private static final String SCALE = "0.1";
    private static final String SPEED = "600";

    private final Unpacked unpacked;
    private Product product;
    private Vendors vendors;
    private ServiceDesk desk;

    KilledUploadTest(Unpacked unpacked) {
        this.unpacked = unpacked;
    }

    @BeforeAll
    void start() throws Exception {
        product = Product.of(unpacked, "--sandbox-scale", SCALE, "--sandbox-speed", SPEED)
                .withoutSandbox();
        vendors = Vendors.start(unpacked, product.sandboxPort(), "--scale", SCALE, "--speed", SPEED);
        desk = ServiceDesk.begin(product);
    }

    @AfterAll
    void stop() {
        product.close();
        vendors.close();
    }

    private FilesOf afterTheCrash(String ticket) throws Exception {
        product.start().awaitReady();
        FilesOf files = new FilesOf(Hub.signedIn(product, "tech"), ticket);
        Until.is(
                () -> files.who().get("/api/tickets/" + ticket).status() == 200,
                ServiceDesk.ARRIVES,
                () -> files.who().get("/api/tickets/" + ticket));
        return files;
    }

    private List<JsonNode> sent(String there, long before) {
        return desk.bms().writesAfter(before).stream()
                .filter(write -> write.path("path").asText().endsWith("/attachments/22/" + there))
                .toList();
    }

    private void isThereOnce(FilesOf files, String name, String there, long before) {
        Until.is(() -> files.arrived(name), ServiceDesk.ARRIVES, () -> files.named(name));
        Until.quiet(() -> sent(there, before), Duration.ofSeconds(8), ServiceDesk.ARRIVES);
        assertThat(desk.bms().holding("attachments", name)).hasSize(1);
        assertThat(sent(there, before)).hasSize(1);
        assertThat(files.text(files.named(name).get(0))).isEqualTo("racks: 2");
    }

    @Test
    void f094_killed_after_bms_has_it_and_before_it_said_so_it_is_there_once() throws Exception {
        String ticket = desk.open();
        String there = desk.there(ticket);
        String name = ServiceDesk.unique("stalled-") + ".txt";
        long before = desk.bms().writes();
        desk.bms().failsOnce("stall-body", "POST", "/attachments/22/" + there + "$");
        FilesOf files = new FilesOf(Hub.signedIn(product, "tech"), ticket);
        CompletableFuture<?> nobodyHears = CompletableFuture.runAsync(() -> files.give(name, "racks: 2", "k-" + name));
        Until.is(
                () -> desk.bms().holding("attachments", name).size() == 1,
                ServiceDesk.ARRIVES,
                () -> "the file at BMS");
        product.kill();
        assertThat(nobodyHears.handle((given, broken) -> broken != null).get()).isTrue();
        desk.bms().recovers();
        isThereOnce(afterTheCrash(ticket), name, there, before);
    }

    @Test
    void f094_killed_while_bms_is_away_it_arrives_once_after_the_restart() throws Exception {
        String ticket = desk.open();
        String there = desk.there(ticket);
        String name = ServiceDesk.unique("kept-") + ".txt";
        long before = desk.bms().writes();
        FilesOf files = new FilesOf(Hub.signedIn(product, "tech"), ticket);
        desk.bms().fails("timeout-before", 1);
        assertThat(files.give(name, "racks: 2", "k-" + name)
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("waiting");
        product.kill();
        FilesOf after = afterTheCrash(ticket);
        assertThat(after.text(after.named(name).get(0))).isEqualTo("racks: 2");
        desk.bms().recovers();
        isThereOnce(after, name, there, before);
    }
}
