package io.mortise.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Manifests are computed from the byte code, so they are truer than any scan of the sources. */
@ExtendWith(ProductExtension.class)
class ArrowsTest {
    private static final int BUNDLES_BY_NOW = 16;

    private static final Pattern SOURCE = Pattern.compile("^\\d\\. `([^`]+)`", Pattern.MULTILINE);

    private final Path repository = Path.of(System.getProperty("mortise.repository"));
    private final Arrows arrows;
    private final List<BuiltBundle> bundles;

    ArrowsTest(Unpacked unpacked) throws IOException {
        arrows = Arrows.read(repository.resolve("docs/architecture.md"));
        bundles = BuiltBundle.in(unpacked.home());
    }

    @Test
    void the_test_sees_the_bundles_and_the_table() {
        assertThat(bundles).hasSizeGreaterThanOrEqualTo(BUNDLES_BY_NOW);
        assertThat(bundles).extracting(BuiltBundle::name).contains("model", "api", "connector-api");
        assertThat(arrows.allowed().keySet())
                .containsAll(bundles.stream().map(BuiltBundle::name).toList());
        assertThat(arrows.allowed().get("sync"))
                .containsExactlyInAnyOrder("model", "api", "store-api", "connector-api");
    }

    @Test
    void a_bundle_imports_only_what_the_table_of_the_architecture_allows() {
        List<String> wrong = new ArrayList<>();
        for (BuiltBundle bundle : bundles) {
            for (String name : bundle.imports()) {
                String owner = ownerOf(name);
                if (!arrows.allows(bundle.name(), owner)) {
                    wrong.add(bundle.name() + " imports " + name + " of " + owner);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_six_files_to_read_first_are_there() throws IOException {
        String document = Files.readString(repository.resolve("docs/architecture.md"));
        List<String> files =
                SOURCE.matcher(document).results().map(found -> found.group(1)).toList();

        assertThat(files)
                .hasSize(6)
                .allSatisfy(file -> assertThat(repository.resolve(file)).isRegularFile());
    }

    @Test
    void nothing_internal_is_exported_and_the_symbolic_name_is_the_root_package() {
        for (BuiltBundle bundle : bundles) {
            assertThat(bundle.exports()).noneMatch(name -> name.contains(".internal"));
            assertThat(bundle.exports()).allMatch(name -> name.startsWith(bundle.symbolicName()));
        }
    }

    @Test
    void versions_and_uses_clauses_are_no_packages() {
        String header =
                "io.mortise.model;version=\"[1.0,1.1)\",org.slf4j;uses:=\"io.mortise.x,io.mortise.y\",io.mortise.api";

        assertThat(BuiltBundle.packages(header)).isEqualTo(Set.of("io.mortise.model", "io.mortise.api"));
    }

    private String ownerOf(String name) {
        return bundles.stream()
                .filter(bundle -> bundle.exports().contains(name))
                .map(BuiltBundle::name)
                .findFirst()
                .orElse("nobody");
    }
}
