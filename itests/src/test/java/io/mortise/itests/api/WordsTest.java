package io.mortise.itests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.Unpacked;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** BMS says "In Use" where IT Glue's list has "Active": one field waits until an admin says that they are the same. */
@ExtendWith(ProductExtension.class)
class WordsTest {
    private static final String WORDS = "/api/connections/itglue/words";
    private final Unpacked unpacked;

    WordsTest(Unpacked unpacked) {
        this.unpacked = unpacked;
    }

    private static JsonNode status(Http admin) {
        Reply reply = admin.get(WORDS);
        if (reply.status() == 200)
            for (JsonNode list : reply.items())
                if (list.path("type").asText().equals("configuration")
                        && list.path("field").asText().equals("status")) return list;
        return reply.body().path("nothing");
    }

    private static Optional<JsonNode> inUse(Http admin) {
        for (JsonNode word : status(admin).path("words"))
            if (word.path("key").asText().equals("in use")) return Optional.of(word);
        return Optional.empty();
    }

    private static String active(Http admin) {
        for (JsonNode entry : status(admin).path("theirs"))
            if (entry.path("label").asText().equals("Active"))
                return entry.path("key").asText();
        throw new AssertionError("IT Glue has no entry Active");
    }

    private static Reply say(Http admin, String ours, String theirs) {
        Map<String, Object> said =
                Map.of("type", "configuration", "field", "status", "ours", ours, "theirs", theirs, "inward", true);
        return admin.post(WORDS, Http.json(said));
    }

    private static long unsent(Http admin) {
        for (JsonNode connection : admin.get("/api/sync/connections").items())
            if (connection.path("id").asText().equals("itglue"))
                for (JsonNode type : connection.path("types"))
                    if (type.path("type").asText().equals("configuration"))
                        return type.path("unsent").asLong();
        return 0;
    }

    @Test
    void aWordWithoutAnEntryWaitsAndGoesThroughOnceItIsSaid() throws Exception {
        try (Product product =
                Product.of(unpacked, "--sandbox-scale", "0.1").start().awaitReady()) {
            Http admin = Hub.signedIn(product, "admin");
            Until.is(
                    () -> inUse(admin)
                                    .filter(word -> word.path("records").asLong() > 20)
                                    .isPresent()
                            && unsent(admin) > 20,
                    Duration.ofMinutes(2),
                    () -> admin.get(WORDS));
            assertThat(inUse(admin).orElseThrow().path("theirs").asText("")).isIn("", "null");
            assertThat(say(admin, "no such word", active(admin)).status()).isEqualTo(422);
            assertThat(say(admin, "in use", "no such entry").status()).isEqualTo(422);
            assertThat(Hub.signedIn(product, "tech").get(WORDS).status()).isEqualTo(403);

            assertThat(say(admin, "in use", active(admin)).status()).isEqualTo(204);

            Until.is(() -> unsent(admin) < 10, Duration.ofMinutes(2), () -> admin.get("/api/sync/connections"));
            assertThat(inUse(admin).orElseThrow().path("said").asBoolean()).isTrue();
        }
    }
}
