package io.mortise.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.Secret;
import io.mortise.store.memory.MemoryStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyringTest {
    @TempDir
    Path folder;

    private final MemoryStore store = new MemoryStore();

    private Keyring of(String bundle) {
        return new Keyring(store, Seal.in(folder, new SecureRandom()), bundle);
    }

    @Test
    void a_bundle_is_told_the_names_of_its_own_secrets_only() {
        of("sync").keep("connection/bms/password", Secret.of("a"));
        of("sync").keep("connection/vsa/password", Secret.of("b"));
        of("other").keep("theirs", Secret.of("c"));
        assertThat(of("sync").names()).containsExactly("connection/bms/password", "connection/vsa/password");
        of("sync").forget("connection/bms/password");
        assertThat(of("sync").names()).containsExactly("connection/vsa/password");
        assertThat(of("").names()).isEmpty();
    }
}
