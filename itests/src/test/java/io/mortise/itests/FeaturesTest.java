package io.mortise.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ProductExtension.class)
class FeaturesTest {
    private final Path home;

    FeaturesTest(Unpacked unpacked) throws IOException {
        home = unpacked.home();
    }

    @Test
    void every_bundle_of_a_feature_is_in_system_and_the_other_way_round() throws IOException {
        Path system = home.resolve("system");
        List<String> jars = files(system).stream()
                .map(system::relativize)
                .map(Path::toString)
                .toList();

        assertThat(ids().stream().map(FeaturesTest::path)).containsExactlyInAnyOrderElementsOf(jars);
    }

    @Test
    void every_jar_in_system_is_a_bundle() throws IOException {
        assertThat(files(home.resolve("system")))
                .isNotEmpty()
                .allSatisfy(
                        jar -> assertThat(BuiltBundle.read(jar).symbolicName()).isNotEqualTo("null"));
    }

    private List<String> ids() throws IOException {
        List<String> ids = new ArrayList<>();
        for (Path file : files(home.resolve("features"))) {
            JsonNode feature = new JsonMapper().readTree(file.toFile());
            feature.path("bundles").forEach(bundle -> ids.add(bundle.path("id").asText()));
        }
        return ids;
    }

    /** Maven's layout: {@code g.g:a:v} lies at {@code g/g/a/v/a-v.jar}. */
    private static String path(String id) {
        String[] parts = id.split(":", -1);
        return String.join("/", parts[0].replace('.', '/'), parts[1], parts[2], parts[1] + "-" + parts[2] + ".jar");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
