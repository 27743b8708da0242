package io.mortise.sync.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Refusal;
import io.mortise.api.Secrets;
import io.mortise.model.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files on disk that nobody can read, change or cut unseen. */
class VaultTest {
    private static final int PART = SealedPart.SIZE;

    @TempDir
    Path folder;

    private final Map<String, Secret> keys = new TreeMap<>();
    private Vault vault;

    @BeforeEach
    void open() {
        vault = new Vault(folder, ring());
    }

    private Secrets ring() {
        return new Secrets() {
            @Override
            public void keep(String name, Secret secret) {
                keys.put(name, secret);
            }

            @Override
            public Optional<Secret> find(String name) {
                return Optional.ofNullable(keys.get(name));
            }

            @Override
            public void forget(String name) {
                keys.remove(name);
            }

            @Override
            public List<String> names() {
                return List.copyOf(keys.keySet());
            }
        };
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private Vault.Held keep(String id, byte[] bytes) throws IOException {
        return vault.keep(id, new ByteArrayInputStream(bytes), Long.MAX_VALUE);
    }

    private byte[] read(String id) throws IOException {
        try (InputStream in = vault.open(id)) {
            return in.readAllBytes();
        }
    }

    private List<String> onDisk() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PART - 1, PART, PART + 1, 2 * PART, 3 * PART + 17, 5 << 20})
    void f094_what_is_kept_comes_back_whole(int length) throws IOException {
        byte[] bytes = bytes(length);
        Vault.Held held = keep("7", bytes);
        assertThat(held.size()).isEqualTo(length);
        assertThat(held.sha256()).isEqualTo(Vault.sum(new ByteArrayInputStream(bytes)));
        assertThat(read("7")).isEqualTo(bytes);
        vault.verify("7");
        assertThat(onDisk()).containsExactly("7");
    }

    @Test
    void nothing_of_it_can_be_read_on_disk_and_its_owner_alone_may() throws IOException {
        byte[] bytes = "customer's secret plan ".repeat(9_000).getBytes(StandardCharsets.UTF_8);
        keep("7", bytes);
        String disk = Files.readString(folder.resolve("7"), StandardCharsets.ISO_8859_1);
        assertThat(disk).doesNotContain("secret").doesNotContain("plan");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("7"))))
                .isEqualTo("rw-------");
        assertThat(keys.keySet()).containsExactly("file/7");
        keep("8", bytes);
        assertThat(Files.readAllBytes(folder.resolve("8"))).isNotEqualTo(Files.readAllBytes(folder.resolve("7")));
    }

    @Test
    void what_was_changed_cut_or_moved_is_refused() throws IOException {
        byte[] bytes = bytes(3 * PART);
        keep("7", bytes);
        Path file = folder.resolve("7");
        byte[] good = Files.readAllBytes(file);
        byte[] bent = good.clone();
        bent[PART + 50] ^= 1;
        refused(bent);
        refused(Arrays.copyOf(good, good.length - 1));
        refused(Arrays.copyOf(good, 2 * (PART + SealedPart.TAG)));
        refused(new byte[0]);
        refused(Arrays.copyOf(good, good.length + 1));
        byte[] swapped = good.clone();
        System.arraycopy(good, 0, swapped, PART + SealedPart.TAG, PART + SealedPart.TAG);
        System.arraycopy(good, PART + SealedPart.TAG, swapped, 0, PART + SealedPart.TAG);
        refused(swapped);
        Files.write(file, good);
        assertThat(read("7")).isEqualTo(bytes);
        Files.move(file, folder.resolve("8"));
        keys.put("file/8", keys.get("file/7"));
        assertThatThrownBy(() -> read("8")).isInstanceOf(IOException.class);
    }

    private void refused(byte[] onDisk) throws IOException {
        Files.write(folder.resolve("7"), onDisk);
        assertThatThrownBy(() -> read("7")).isInstanceOf(IOException.class).hasMessageContaining("changed or cut");
        assertThatThrownBy(() -> vault.verify("7")).isInstanceOf(IOException.class);
    }

    @Test
    void no_byte_is_given_before_it_is_proved() throws IOException {
        keep("7", bytes(PART));
        byte[] bent = Files.readAllBytes(folder.resolve("7"));
        bent[bent.length - 1] ^= 1;
        Files.write(folder.resolve("7"), bent);
        try (InputStream in = vault.open("7")) {
            assertThatThrownBy(in::read).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_forgotten_key_is_a_lost_file() throws IOException {
        keep("7", bytes(10));
        keys.clear();
        assertThatThrownBy(() -> read("7")).isInstanceOf(IOException.class);
    }

    @Test
    void more_than_there_is_room_for_leaves_nothing_behind() throws IOException {
        assertThatThrownBy(() -> vault.keep("7", new ByteArrayInputStream(bytes(3 << 20)), 2 << 20))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(Refusal.Reason.FULL));
        assertThat(onDisk()).isEmpty();
        assertThat(keys).isEmpty();
        keep("8", bytes(2 << 20));
    }

    @Test
    void what_breaks_off_leaves_nothing_behind() throws IOException {
        InputStream broken = new InputStream() {
            private int left = 100;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) throw new IOException("the browser is gone");
                return 7;
            }
        };
        assertThatThrownBy(() -> vault.keep("7", broken, Long.MAX_VALUE)).hasMessage("the browser is gone");
        assertThat(onDisk()).isEmpty();
        assertThat(keys).isEmpty();
    }

    @Test
    void what_a_crash_left_is_cleaned_up_and_the_rest_stays() throws IOException {
        keep("7", bytes(10));
        keep("8", bytes(20));
        Files.write(folder.resolve("9.part"), bytes(5));
        keys.put("file/9", Secret.of("half"));
        keys.put("connection/bms/key", Secret.of("another's"));
        new Vault(folder, ring()).only(Set.of("8"));
        assertThat(onDisk()).containsExactly("8");
        assertThat(keys.keySet()).containsExactly("connection/bms/key", "file/8");
        assertThat(read("8")).isEqualTo(bytes(20));
    }

    @Test
    void an_id_is_never_a_path() {
        for (String id : List.of("../7", "7/8", "", "7.part", "x"))
            assertThatThrownBy(() -> keep(id, bytes(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
