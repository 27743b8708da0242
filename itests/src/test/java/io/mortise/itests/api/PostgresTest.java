package io.mortise.itests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.Unpacked;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;

/** The product on PostgreSQL, in a small world. */
@ExtendWith(ProductExtension.class)
@EnabledIfEnvironmentVariable(named = Database.GIVEN, matches = "jdbc:postgresql://.+")
class PostgresTest {
    private static final Duration FIRST_SYNC = Duration.ofSeconds(120);
    private static final Duration ARRIVES = Duration.ofSeconds(30);

    private final Unpacked unpacked;

    PostgresTest(Unpacked unpacked) {
        this.unpacked = unpacked;
    }

    @Test
    void the_first_sync_comes_through_an_edit_arrives_and_a_lost_database_is_told() throws Exception {
        try (Database database = new Database();
                Product product = Product.of(unpacked, options(database))) {
            product.start().awaitReady();
            Http admin = Hub.signedIn(product, "admin");
            Until.is(() -> isThrough(admin), FIRST_SYNC, () -> admin.get("/api/sync/connections"));
            awaitLinked(admin, "configurations", "vsa", "bms", "itglue");
            edit(product, admin, awaitLinked(admin, "contacts", "bms", "itglue"));

            Http stranger = Hub.stranger(product);
            Reply ready = stranger.get("/health/ready");
            assertThat(ready.status()).as(ready.toString()).isEqualTo(200);
            database.close(true);
            Until.is(() -> stranger.get("/health/ready").status() == 503, ARRIVES, () -> stranger.get("/health/ready"));
            assertThat(check(stranger.get("/health/ready"), "database")
                            .path("ok")
                            .asBoolean(true))
                    .isFalse();
            Reply asked = admin.get("/api/organizations");
            assertThat(asked.status()).as(asked.toString()).isEqualTo(503);
            assertThat(asked.detail()).contains("database", "Try again");
            database.close(false);
            Until.is(() -> stranger.get("/health/ready").status() == 200, ARRIVES, () -> stranger.get("/health/ready"));
        }
    }

    private static String[] options(Database database) {
        return new String[] {
            "--db", database.address(), "--sandbox-speed", "1000", "--sandbox-scale", "0.05",
        };
    }

    /** Every type of every connection was read through once. */
    private static boolean isThrough(Http admin) {
        for (JsonNode connection : admin.get("/api/sync/connections").items()) {
            if (connection.path("types").isEmpty()) return false;
            for (JsonNode type : connection.path("types"))
                if (!type.path("freshAt").isTextual()) return false;
        }
        return true;
    }

    private static void edit(Product product, Http admin, Map<String, String> contact) {
        String path = "/api/contacts/" + contact.get("id");
        String title = "Lead " + System.nanoTime() % 1_000_000;
        Reply saved = admin.with("If-Match", admin.get(path).etag().orElseThrow())
                .patch(path, "{\"fields\":{\"title\":\"" + title + "\"}}");
        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
        becomes(Vendor.bms(product), contact.get("bms"), "jobTitle", title);
        becomes(Vendor.itGlue(product), contact.get("itglue"), "title", title);
    }

    private static void becomes(Vendor vendor, String id, String field, String value) {
        Until.is(
                () -> value.equals(
                        vendor.record("contacts", id).path("fields").path(field).asText()),
                ARRIVES,
                () -> vendor.record("contacts", id));
    }

    /** The ids, by connection, of the first record that is in sync in exactly these; under "id" ours. */
    private static Map<String, String> awaitLinked(Http admin, String type, String... connections) {
        Map<String, String> ids = new HashMap<>();
        Until.is(
                () -> {
                    ids.putAll(linked(admin, type, Set.of(connections)).orElse(Map.of()));
                    return !ids.isEmpty();
                },
                FIRST_SYNC,
                () -> "no " + type + " in sync in " + Set.of(connections));
        return ids;
    }

    private static Optional<Map<String, String>> linked(Http admin, String type, Set<String> connections) {
        for (JsonNode item : admin.get("/api/" + type + "?limit=30").items()) {
            Map<String, String> ids = new HashMap<>();
            for (JsonNode link : admin.get(
                            "/api/" + type + "/" + item.path("id").asText())
                    .body()
                    .path("links"))
                if (link.path("state").asText().equals("synced"))
                    ids.put(
                            link.path("connection").asText(),
                            link.path("externalId").asText());
            if (ids.keySet().equals(connections)) {
                ids.put("id", item.path("id").asText());
                return Optional.of(ids);
            }
        }
        return Optional.empty();
    }

    private static JsonNode check(Reply ready, String name) {
        return StreamSupport.stream(ready.body().path("checks").spliterator(), false)
                .filter(line -> line.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(ready.toString()));
    }
}
