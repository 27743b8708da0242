package io.mortise.access.internal;

import io.mortise.model.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The code with which the first administrator is made, once. It lies in a file that only the server's own user can read,
 * never in a log; the launcher shows it on the console. It ends with its use, with the process, or after a day.
 */
final class SetUp {
    static final String FILE = "setup-code";
    private static final Duration LASTS = Duration.ofHours(24);
    private final Secret code = new Marks(new SecureRandom()).fresh();
    private final Path file;
    private final Clock clock;
    private final Instant ends;

    SetUp(Path folder, Clock clock) {
        this.file = folder.resolve(FILE);
        this.clock = clock;
        this.ends = clock.instant().plus(LASTS);
    }

    void offer() {
        var owners = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), FILE, ".new", owners);
            Files.writeString(draft, code.reveal());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The set-up code can't be written to " + file, e);
        }
    }

    void withdraw() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The used set-up code can't be removed from " + file, e);
        }
    }

    boolean isCode(Secret given) {
        return clock.instant().isBefore(ends) && code.equals(given);
    }
}
