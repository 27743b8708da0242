package io.mortise.itests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.Unpacked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The product as an MSP gets it: no sandbox, nobody who can sign in. */
@ExtendWith(ProductExtension.class)
class FirstStartTest {
    private static final Pattern LINK = Pattern.compile("(http://\\S+)/setup#(\\S+)");
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path parent;

    private final Unpacked unpacked;

    FirstStartTest(Unpacked unpacked) {
        this.unpacked = unpacked;
    }

    @Test
    void r17_the_first_start_prints_a_link_that_makes_the_administrator_once() throws Exception {
        Path data = parent.resolve("data");
        try (Product product =
                Product.of(unpacked, "--features", "core,kaseya,service-desk,admin", "--data", data.toString())) {
            product.start().awaitReady();
            Until.is(() -> LINK.matcher(said(product)).find(), SOON, () -> said(product));
            Matcher link = LINK.matcher(said(product));
            assertThat(link.results()).hasSize(1);
            assertThat(link.reset().find()).isTrue();
            assertThat(link.group(1)).isEqualTo(product.base().toString());
            String code = link.group(2);

            Http stranger = Hub.stranger(product);
            assertThat(stranger.get("/setup").type()).startsWith("text/html");
            assertThat(setUp(stranger, "guess").status()).isEqualTo(403);
            Reply made = setUp(stranger, code);
            assertThat(made.status()).as(made.toString()).isEqualTo(200);
            assertThat(made.body().path("roles").toString()).isEqualTo("[\"admin\"]");
            assertThat(setUp(stranger, code).status()).isEqualTo(403);
            assertThat(signIn(stranger).status()).isEqualTo(200);

            assertThat(holding(data, code)).isEmpty();
            assertThat(openToOthers(data)).isEmpty();
            assertThat(names(stranger.get("/health/ready"))).contains("database", "modules", "sync");

            product.stop();
            product.start().awaitReady();
            assertThat(signIn(Hub.stranger(product)).status()).isEqualTo(200);
            Until.is(() -> said(product).contains("Mortise is ready"), SOON, () -> said(product));
            product.stop();
            assertThat(said(product)).doesNotContain("/setup");
        }
    }

    private static Reply setUp(Http stranger, String code) {
        return stranger.post(
                "/api/setup",
                "{\"code\":\"" + code + "\",\"user\":\"ann\",\"name\":\"Ann\",\"password\":\"long enough 1\"}");
    }

    private static Reply signIn(Http stranger) {
        return stranger.post("/api/session", "{\"user\":\"ann\",\"password\":\"long enough 1\"}");
    }

    private static String said(Product product) {
        try {
            return product.console();
        } catch (IOException e) {
            throw new AssertionError("Can't read the console", e);
        }
    }

    private static List<String> names(Reply ready) {
        List<String> names = new ArrayList<>();
        for (JsonNode line : ready.body().path("checks"))
            names.add(line.path("name").asText());
        return names;
    }

    /** Files in which the code stands, the logs among them. */
    private static List<Path> holding(Path data, String code) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : files(data))
            if (new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains(code))
                found.add(file);
        return found;
    }

    /** The data folder, and files in it, that somebody else on this machine could read. */
    private static List<Path> openToOthers(Path data) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : files(data)) if (isOpen(file)) found.add(file);
        if (isOpen(data)) found.add(data);
        return found;
    }

    private static boolean isOpen(Path file) throws IOException {
        return !PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                .endsWith("------");
    }

    /** All but the framework's cache, whose copies of jars are no secret. */
    private static List<Path> files(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(data.resolve("cache")))
                    .toList();
        }
    }
}
