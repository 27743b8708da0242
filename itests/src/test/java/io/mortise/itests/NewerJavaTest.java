package io.mortise.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Built for 17, and starts on 25 too, where the machine has one. */
@ExtendWith(ProductExtension.class)
class NewerJavaTest {
    @Test
    void the_product_starts_on_java_25(Unpacked unpacked) throws Exception {
        Optional<Path> java = java25();
        assumeTrue(java.isPresent(), "no Java 25 under /usr/lib/jvm");

        try (Product product = Product.on(unpacked, java.get())) {
            product.start();
            if (unpacked.has("web")) {
                product.awaitReady();
            } else {
                product.awaitAnswer();
            }
            assertThat(product.console()).doesNotContain("ERROR", "Exception", "restricted method");
        }
    }

    private static Optional<Path> java25() throws IOException {
        Path installed = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(installed)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(installed)) {
            return folders.filter(NewerJavaTest::is25).findFirst();
        }
    }

    private static boolean is25(Path folder) {
        try {
            return Files.readString(folder.resolve("release")).contains("JAVA_VERSION=\"25");
        } catch (IOException noJava) {
            return false;
        }
    }
}
