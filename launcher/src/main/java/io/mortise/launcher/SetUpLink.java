package io.mortise.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the first administrator is made, as long as there is none: the product leaves the code in its data folder. */
final class SetUpLink {
    private static final String FILE = "setup-code";

    private SetUpLink() {}

    /** A sentence for the console, which is no log: whoever has the link becomes the administrator. */
    static Optional<String> sentence(Path data, String address) throws IOException {
        try {
            // after the #, so that no server and no proxy ever logs it
            String link =
                    address + "/setup#" + Files.readString(data.resolve(FILE)).strip();
            return Optional.of("Nobody can sign in yet. Make the first administrator within a day at " + link);
        } catch (NoSuchFileException thereAreUsers) {
            return Optional.empty();
        }
    }
}
