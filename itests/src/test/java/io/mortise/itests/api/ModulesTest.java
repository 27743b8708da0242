package io.mortise.itests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.Unpacked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Modules changed over HTTP in the product that runs. */
@ExtendWith(ProductExtension.class)
class ModulesTest {
    private static final String MODULES = "/api/modules";
    private static final String CRM = MODULES + "/io.mortise.crm";
    private static final String BMS = "io.mortise.connector.bms";

    private static final Duration READ = Duration.ofMinutes(2);

    private final Http admin;
    private final Passes passes;
    private final Unpacked unpacked;

    ModulesTest(Product product, Unpacked unpacked) {
        this.admin = Hub.signedIn(product, "admin");
        this.passes = new Passes(admin);
        this.unpacked = unpacked;
    }

    private JsonNode list() {
        Reply reply = admin.get(MODULES);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.items();
    }

    private Reply upload(byte[] file) {
        return admin.with("Content-Type", "application/java-archive").send("POST", MODULES, file);
    }

    private static byte[] jar(String... headers) {
        return Jar.with(headers).bytes();
    }

    @Test
    void f147_every_module_runs_and_none_is_in_trouble() {
        for (JsonNode module : list()) {
            assertThat(module.path("state").asText()).as(module.toString()).isEqualTo("RUNNING");
            assertThat(module.path("trouble").asText()).as(module.toString()).isEmpty();
        }
    }

    @Test
    void f147_a_jar_that_is_no_bundle_is_refused_and_nothing_changes() {
        JsonNode before = list();
        for (byte[] file : List.of("no jar".getBytes(), jar("Bundle-Name", "nameless"))) {
            Reply reply = upload(file);
            assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
            assertThat(reply.detail()).contains("not an OSGi bundle");
        }
        assertThat(list()).isEqualTo(before);
    }

    @Test
    void f147_a_bundle_with_a_missing_import_is_refused_with_its_name_and_nothing_changes() {
        JsonNode before = list();
        Reply reply = upload(
                jar("Bundle-SymbolicName", "example.vendor", "Import-Package", "com.acme.nope;version=\"[1.2,2)\""));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
        assertThat(reply.detail()).contains("com.acme.nope", "1.2.0");
        assertThat(list()).isEqualTo(before);
    }

    @Test
    void f147_a_module_of_a_vendor_comes_and_goes() {
        JsonNode before = list();
        Reply added = upload(jar("Bundle-SymbolicName", "example.vendor", "Bundle-Version", "1.2.3"));
        assertThat(added.status()).as(added.toString()).isEqualTo(200);
        assertThat(added.body().path("version").asText()).isEqualTo("1.2.3");
        assertThat(added.body().path("state").asText()).isEqualTo("RUNNING");

        assertThat(admin.delete(MODULES + "/example.vendor").status()).isEqualTo(204);
        assertThat(list()).isEqualTo(before);
        assertThat(admin.delete(MODULES + "/example.vendor").status()).isEqualTo(404);
    }

    @Test
    void f147_the_core_and_the_products_own_are_protected_in_words() {
        Reply stop = admin.post(MODULES + "/io.mortise.web/stop", "");
        assertThat(stop.status()).as(stop.toString()).isEqualTo(403);
        assertThat(stop.detail()).contains("core");
        Reply remove = admin.delete(CRM);
        assertThat(remove.status()).as(remove.toString()).isEqualTo(403);
        assertThat(remove.detail()).contains("came with Mortise");
    }

    @Test
    void f147_stopping_crm_takes_its_routes_away_and_starting_brings_them_back() {
        Reply stopped = admin.post(CRM + "/stop", "");
        try {
            assertThat(stopped.status()).as(stopped.toString()).isEqualTo(200);
            assertThat(stopped.body().path("state").asText()).isEqualTo("STOPPED");
            assertThat(admin.get("/api/organizations").status()).isEqualTo(503);
            Until.is(
                    () -> admin.get("/api/organizations").status() == 404,
                    Duration.ofSeconds(10),
                    () -> admin.get("/api/organizations"));
            assertThat(admin.get(MODULES).status()).isEqualTo(200);
        } finally {
            assertThat(admin.post(CRM + "/start", "").status()).isEqualTo(200);
        }
        assertThat(admin.get("/api/organizations").status()).isEqualTo(200);
    }

    @Test
    void f147_while_a_connector_is_replaced_no_request_fails() throws Exception {
        byte[] jar = Files.readAllBytes(bmsJar());
        AtomicBoolean enough = new AtomicBoolean();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        CompletableFuture<Integer> requests = CompletableFuture.supplyAsync(() -> {
            int count = 0;
            for (; !enough.get(); count++) {
                Reply reply = admin.get("/api/organizations");
                if (reply.status() != 200) failures.add(reply.toString());
            }
            return count;
        });
        try {
            for (int round = 0; round < 3; round++) {
                Reply reply = upload(jar);
                assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
                assertThat(reply.body().path("state").asText()).isEqualTo("RUNNING");
            }
            assertThat(admin.post(MODULES + "/" + BMS + "/stop", "").status()).isEqualTo(200);
            assertThat(admin.post(MODULES + "/" + BMS + "/start", "").status()).isEqualTo(200);
            assertThat(admin.delete(MODULES + "/" + BMS).status()).isEqualTo(204);
        } finally {
            enough.set(true);
        }

        assertThat(requests.get()).isGreaterThan(10);
        assertThat(failures).isEmpty();
    }

    @Test
    void f147_a_run_goes_on_while_its_connector_is_replaced() throws Exception {
        byte[] jar = Files.readAllBytes(bmsJar());
        Instant asked = Instant.now();
        passes.begin("bms");
        Until.is(() -> passes.isReading("bms"), READ, passes::connections);
        try {
            Reply reply = upload(jar);
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            Until.is(() -> passes.areSince(asked, "bms"), READ, passes::connections);
        } finally {
            assertThat(admin.delete(MODULES + "/" + BMS).status()).isEqualTo(204);
        }

        Instant after = Instant.now();
        passes.begin("bms");
        Until.is(() -> passes.areSince(after, "bms"), READ, passes::connections);
    }

    private Path bmsJar() throws IOException {
        try (Stream<Path> files = Files.walk(unpacked.home().resolve("system/io/mortise/connector-bms"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
