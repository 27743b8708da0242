package io.mortise.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {
    @TempDir
    Path folder;

    @Test
    void r14_a_sealed_secret_opens_at_its_own_place_and_nowhere_else() {
        Seal seal = Seal.in(folder, new SecureRandom());
        String sealed = seal.close(Secret.of("ITG.key"), "sync|bms/password");
        assertThat(sealed).doesNotContain("ITG");
        assertThat(seal.open(sealed, "sync|bms/password").reveal()).isEqualTo("ITG.key");
        assertThatThrownBy(() -> seal.open(sealed, "sync|vsa/password")).hasMessageContaining("doesn't open");
    }

    @Test
    void a_flipped_bit_is_noticed() {
        Seal seal = Seal.in(folder, new SecureRandom());
        byte[] sealed = Base64.getDecoder().decode(seal.close(Secret.of("x"), "p"));
        sealed[sealed.length - 1] ^= 1;
        String broken = Base64.getEncoder().encodeToString(sealed);
        assertThatThrownBy(() -> seal.open(broken, "p")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_master_key_is_made_once_and_only_its_owner_reads_it() throws IOException {
        String sealed = Seal.in(folder, new SecureRandom()).close(Secret.of("x"), "p");
        assertThat(Seal.in(folder, new SecureRandom()).open(sealed, "p").reveal())
                .isEqualTo("x");
        Path key = folder.resolve("master.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(key);
        }
    }

    @Test
    void another_installations_key_opens_nothing() throws IOException {
        String sealed = Seal.in(folder, new SecureRandom()).close(Secret.of("x"), "p");
        Path other = Files.createDirectory(folder.resolve("other"));
        Seal stranger = Seal.in(other, new SecureRandom());
        assertThatThrownBy(() -> stranger.open(sealed, "p")).isInstanceOf(IllegalStateException.class);
    }
}
