package io.mortise.itests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.Unpacked;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A system is connected, changed, switched off and removed, over HTTP. */
@ExtendWith(ProductExtension.class)
class ConnectionsTest {
    private static final String CONNECTIONS = "/api/connections";
    private final Unpacked unpacked;

    ConnectionsTest(Unpacked unpacked) {
        this.unpacked = unpacked;
    }

    private static Map<String, Object> continuum(Product product, String secret) {
        String url = "http://127.0.0.1:" + (product.sandboxPort() + 3);
        return new TreeMap<>(Map.of(
                "product",
                "continuum",
                "settings",
                Map.of("region", "eu", "clientId", "sandbox", "url", url),
                "secrets",
                Map.of("secret", secret)));
    }

    private static JsonNode named(Http admin, String product) {
        for (JsonNode item : admin.get(CONNECTIONS).items())
            if (item.path("product").asText().equals(product)) return item;
        throw new AssertionError("no connection to " + product);
    }

    @Test
    void f012_from_the_form_to_the_records_and_away_again() throws Exception {
        try (Product product =
                Product.of(unpacked, "--sandbox-scale", "0.2").start().awaitReady()) {
            Http admin = Hub.signedIn(product, "admin");
            nothingIsKeptOfWhatFails(product, admin);
            JsonNode made = admin.post(CONNECTIONS, Http.json(continuum(product, "sandbox-secret")))
                    .body();
            String one = CONNECTIONS + "/" + made.path("id").asText();
            assertThat(made.path("secrets").toString()).isEqualTo("[\"secret\"]");
            assertThat(made.toString()).doesNotContain("sandbox-secret");
            sameAgainIsRefused(product, admin);
            Until.is(
                    () -> admin.get(one).body().path("types").size() == 3
                            && admin.get(one).body().path("trouble").asText().isEmpty(),
                    Duration.ofMinutes(1),
                    () -> admin.get(one));
            itsGuaranteesFollowFromItsLanes(admin, one);
            secretsStayWhereTheyAreLeftOut(product, admin, one);
            switchedOffItRests(admin, one);
            assertThat(admin.delete(one).status()).isEqualTo(204);
            assertThat(admin.get(one).status()).isEqualTo(404);
            assertThat(admin.get(CONNECTIONS).items()).hasSize(3);
        }
    }

    private static void nothingIsKeptOfWhatFails(Product product, Http admin) {
        Reply refused = admin.post(CONNECTIONS, Http.json(continuum(product, "wrong")));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.body().path("fields").path("secret").asText()).contains("doesn't accept");
        assertThat(refused.toString()).doesNotContain("\"wrong\"");
        assertThat(admin.get(CONNECTIONS).items()).hasSize(3);
    }

    private static void sameAgainIsRefused(Product product, Http admin) {
        Reply twice = admin.post(CONNECTIONS, Http.json(continuum(product, "sandbox-secret")));
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.detail()).contains("connected already");
    }

    private static void itsGuaranteesFollowFromItsLanes(Http admin, String one) {
        Reply reply = admin.get(one + "/guarantees");
        assertThat(reply.items()).as(reply.toString()).hasSize(3);
        for (JsonNode type : reply.items()) {
            assertThat(type.path("deletionsSeen").path("holds").asBoolean()).isTrue();
            assertThat(type.path("noLostUpdate").path("why").asText()).isEqualTo("Nothing is changed there.");
        }
        JsonNode bms = admin.get(CONNECTIONS + "/bms/guarantees").items();
        assertThat(bms.toString()).contains("overwritten").contains("looked for by");
        for (JsonNode type : bms)
            assertThat(type.path("changesSeen").path("why").asText().contains("when the system calls"))
                    .as(type.path("type").asText())
                    .isEqualTo(type.path("type").asText().equals("ticket"));
    }

    private static void secretsStayWhereTheyAreLeftOut(Product product, Http admin, String one) {
        JsonNode before = admin.get(one).body();
        Map<String, Object> change = continuum(product, "");
        change.remove("product");
        change.put("share", 0.3);
        change.put("without", List.of("location"));
        Reply changed = admin.put(one, before.path("version").asLong(), Http.json(change));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.body().path("share").asDouble()).isEqualTo(0.3);
        assertThat(changed.body().path("secrets").toString()).isEqualTo("[\"secret\"]");
        assertThat(admin.put(one, before.path("version").asLong(), Http.json(change))
                        .status())
                .isEqualTo(409);
        Map<String, Object> asked = continuum(product, "");
        asked.put("connection", before.path("id").asText());
        Reply tested = admin.post(CONNECTIONS + "/test", Http.json(asked));
        assertThat(tested.body().path("works").asBoolean())
                .as(tested.toString())
                .isTrue();
        Until.is(
                () -> syncs(admin, before.path("id").asText()).equals(List.of("organization", "configuration")),
                Duration.ofSeconds(30),
                () -> syncs(admin, before.path("id").asText()));
    }

    /** The types that the dashboard shows of a connection. */
    private static List<String> syncs(Http admin, String id) {
        for (JsonNode item : admin.get("/api/sync/connections").items())
            if (item.path("id").asText().equals(id)) return item.path("types").findValuesAsText("type");
        return List.of();
    }

    private static void switchedOffItRests(Http admin, String one) {
        JsonNode before = admin.get(one).body();
        String off = Http.json(Map.of("settings", before.path("settings"), "enabled", false));
        Reply reply = admin.put(one, before.path("version").asLong(), off);
        assertThat(reply.body().path("enabled").asBoolean(true))
                .as(reply.toString())
                .isFalse();
        assertThat(syncs(admin, before.path("id").asText())).isEmpty();
    }

    @Test
    void only_who_may_manage_connections_does() throws IOException, InterruptedException {
        try (Product product =
                Product.of(unpacked, "--sandbox-scale", "0.05").start().awaitReady()) {
            Http tech = Hub.signedIn(product, "tech");
            assertThat(tech.get(CONNECTIONS).status()).isEqualTo(200);
            assertThat(tech.get(CONNECTIONS + "/products").status()).isEqualTo(403);
            String body = Http.json(continuum(product, "sandbox-secret"));
            assertThat(tech.post(CONNECTIONS, body).status()).isEqualTo(403);
            assertThat(tech.post(CONNECTIONS + "/test", body).status()).isEqualTo(403);
            assertThat(tech.delete(CONNECTIONS + "/bms").status()).isEqualTo(403);
            assertThat(Hub.signedIn(product, "reader").get(CONNECTIONS).status())
                    .isEqualTo(403);
            assertThat(named(tech, "bms").path("secrets").toString()).isEqualTo("[\"password\",\"webhook\"]");
        }
    }
}
