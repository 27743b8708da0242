package io.mortise.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.model.Secret;
import io.mortise.store.Document;
import io.mortise.store.memory.MemoryStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
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

    private Document sealed(String owner, String name) {
        return store.read(s -> s.document(new Document.Name("secret", owner, name), Instant.EPOCH))
                .orElseThrow();
    }

    private void put(Document document) {
        store.<Void>write(s -> {
            s.put(document);
            return null;
        });
    }

    @Test
    void r14_a_sealed_secret_that_is_moved_to_another_row_doesnt_open() {
        Keyring sync = of("sync");
        sync.keep("connection/bms/password", Secret.of("of-bms"));
        sync.keep("connection/vsa/password", Secret.of("of-vsa"));
        String stolen = sealed("sync", "connection/bms/password").json();
        assertThat(stolen).doesNotContain("of-bms");

        put(sealed("sync", "connection/vsa/password").next(stolen));
        assertThatThrownBy(() -> sync.find("connection/vsa/password")).hasMessageContaining("doesn't open");

        put(Document.of("secret", "other", "connection/bms/password", stolen));
        assertThatThrownBy(() -> of("other").find("connection/bms/password")).hasMessageContaining("doesn't open");
        assertThat(sync.find("connection/bms/password").orElseThrow().reveal()).isEqualTo("of-bms");
    }
}
