package io.mortise.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ProductExtension.class)
class StartStopTest {
    private static final int TERMINATED = 128 + 15;

    private final Unpacked unpacked;
    private Product product;

    StartStopTest(Unpacked unpacked) {
        this.unpacked = unpacked;
    }

    @BeforeEach
    void own() throws IOException {
        product = Product.of(unpacked);
    }

    @AfterEach
    void close() throws Exception {
        product.close();
    }

    @Test
    void answers_503_or_200_in_json_from_the_first_answer_on_and_says_once_that_it_is_ready() throws Exception {
        assumeTrue(unpacked.has("web"), "the bundle web is not in the distribution yet");
        product.start();
        Answer answer = new Answer(0, "", "");
        while (answer.status() != 200 && product.process().isAlive()) {
            answer = Answer.from(product.base().resolve("/health/ready"));
            assertThat(answer.status()).isIn(0, 200, 503);
            assertThat(answer.status() == 0 || answer.type().contains("json")).isTrue();
        }
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Answer.from(product.base().resolve("/health/live")).status()).isEqualTo(200);
        awaitConsole("Mortise is ready: " + product.base());
        assertThat(product.console().split("Mortise is ready", -1)).hasSize(2);
    }

    @Test
    void stops_cleanly_on_sigterm() throws Exception {
        product.start().awaitAnswer();
        product.stop();

        assertThat(product.process().exitValue()).isEqualTo(TERMINATED);
        assertThat(product.console()).doesNotContain("did not stop", "Exception", "ERROR");
        assertThat(product.data().resolve("mortise.pid")).isEmptyFile();
    }

    @Test
    void starts_again_after_kill_9_and_after_the_cache_was_wiped() throws Exception {
        product.start().awaitAnswer();
        product.kill();
        assertThat(command("status")).startsWith("3 Mortise is not running");

        product.start().awaitAnswer();
        product.kill();
        wipe(product.data().resolve("cache"));
        product.start().awaitAnswer();
        assertThat(command("status"))
                .startsWith("0 Mortise runs (pid " + product.process().pid() + ")");
    }

    @Test
    void runs_in_the_background_until_it_is_told_to_stop() throws Exception {
        assumeTrue(unpacked.has("web"), "the bundle web is not in the distribution yet");

        assertThat(command("start")).isEqualTo("0 Mortise is ready: " + product.base());
        assertThat(command("status")).contains("is ready: " + product.base());
        assertThat(command("start")).startsWith("0 Mortise runs");
        assertThat(command("stop")).isEqualTo("0 Mortise has stopped.");
        assertThat(command("stop")).startsWith("3 Mortise is not running");
        assertThat(Answer.from(product.base()).status()).isZero();
    }

    @Test
    void a_second_one_on_the_same_data_or_port_is_refused() throws Exception {
        product.start().awaitAnswer();

        assertThat(command("run")).startsWith("1 mortise: Another Mortise runs on the data folder");
        String elsewhere = unpacked.newDataFolder().toString();
        assertThat(command("run", "--data", elsewhere)).startsWith("1 mortise: Cannot listen on 127.0.0.1:");
    }

    @Test
    void a_second_sandbox_on_the_same_ports_is_refused() throws Exception {
        product.start().awaitReady();

        String elsewhere = unpacked.newDataFolder().toString();
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(command("run", "--data", elsewhere, "--port", "" + free))
                .startsWith("1 mortise: Cannot listen on 127.0.0.1:" + product.sandboxPort())
                .contains("--sandbox-port");
    }

    @Test
    void a_wrong_option_is_named() throws Exception {
        assertThat(command("run", "--prot", "1")).startsWith("64 mortise: There is no option --prot.");
        assertThat(command("run", "--features", "nonsense"))
                .startsWith("64 mortise: There is no feature \"nonsense\".");
        assertThat(command("start", "--db", "mysql://me:s3cret@h/db"))
                .startsWith("64 mortise: --db must be")
                .doesNotContain("s3cret");
    }

    /** Exit code, a space, what it printed. */
    private String command(String command, String... more) throws Exception {
        Path output = Files.createTempFile(product.data(), command, ".txt");
        Process process =
                product.mortise(command, more).redirectOutput(output.toFile()).start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " does not end; it said: " + Files.readString(output));
        }
        return process.exitValue() + " " + Files.readString(output).strip();
    }

    private void awaitConsole(String line) throws Exception {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!product.console().contains(line) && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(product.console()).contains(line);
    }

    private static void wipe(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
