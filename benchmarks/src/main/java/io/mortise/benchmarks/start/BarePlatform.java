package io.mortise.benchmarks.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mortise.benchmarks.product.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

/** Takes out of a product what is ours: the launcher starts Felix, logging, DS, Configuration Admin and Jetty. */
final class BarePlatform {
    /** The level at which Jetty opens the port. */
    private static final int LAST_LEVEL = 4;

    private BarePlatform() {}

    static void make(Home home) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Path core = home.folder().resolve("features/core.json");
        JsonNode feature = json.readTree(core.toFile());
        for (Iterator<JsonNode> bundles = feature.path("bundles").elements(); bundles.hasNext(); ) {
            JsonNode bundle = bundles.next();
            boolean ours = bundle.path("id").asText().startsWith("io.mortise:");
            if (ours || bundle.path("start-order").asInt() > LAST_LEVEL) bundles.remove();
        }
        json.writeValue(core.toFile(), feature);
    }
}
