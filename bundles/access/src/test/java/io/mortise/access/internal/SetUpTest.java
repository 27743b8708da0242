package io.mortise.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.model.Secret;
import io.mortise.store.memory.MemoryStore;
import io.mortise.store.memory.PassingClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetUpTest {
    private static final Secret GOOD = Secret.of("correct horse battery");

    @TempDir
    Path data;

    private final PassingClock clock = new PassingClock();
    private final MemoryStore store = new MemoryStore(clock);
    private SetUp setUp;
    private SignedIn sessions;

    @BeforeEach
    void start() {
        setUp = new SetUp(data, clock);
        sessions = new SignedIn(store, clock, new Passwords(new SecureRandom(), 10), setUp);
        setUp.offer();
    }

    private Secret code() throws Exception {
        return Secret.of(Files.readString(data.resolve("setup-code")));
    }

    @Test
    void r17_the_code_makes_the_first_administrator_and_only_the_first() throws Exception {
        Secret code = code();
        assertThat(sessions.awaitsSetUp()).isTrue();
        assertThatThrownBy(() -> sessions.setUp(Secret.of("guess"), "ann", "Ann", GOOD, "x"))
                .hasMessageContaining("wrong");
        assertThat(sessions.setUp(code, "ann", "Ann", GOOD, "x").roles()).containsExactly("admin");
        assertThat(sessions.awaitsSetUp()).isFalse();
        assertThat(data.resolve("setup-code")).doesNotExist();
        assertThatThrownBy(() -> sessions.setUp(code, "eve", "Eve", GOOD, "x")).hasMessageContaining("used");
        assertThat(sessions.signIn("ann", GOOD, "x").roles()).containsExactly("admin");
    }

    @Test
    void what_is_wrong_with_the_name_or_password_does_not_use_it_up() throws Exception {
        Secret code = code();
        assertThatThrownBy(() -> sessions.setUp(code, "ann", "Ann", Secret.of("short"), "x"))
                .hasMessageContaining("10 characters");
        assertThat(sessions.setUp(code, "ann", "Ann", GOOD, "x").caller().id()).isEqualTo("ann");
    }

    @Test
    void after_a_day_it_is_worth_nothing() throws Exception {
        Secret code = code();
        clock.pass(Duration.ofHours(25));
        assertThatThrownBy(() -> sessions.setUp(code, "ann", "Ann", GOOD, "x")).hasMessageContaining("too old");
    }

    @Test
    void guesses_have_to_wait() {
        for (int i = 0; i < 50; i++)
            assertThatThrownBy(() -> sessions.setUp(Secret.of("guess"), "eve", "Eve", GOOD, "x"))
                    .hasMessageContaining("wrong");
        assertThatThrownBy(() -> sessions.setUp(code(), "eve", "Eve", GOOD, "x"))
                .hasMessageContaining("Wait");
    }

    @Test
    void only_the_owner_reads_the_file_and_it_goes_with_the_process() throws Exception {
        var mode = Files.getPosixFilePermissions(data.resolve("setup-code"));
        assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
        sessions.stop();
        assertThat(data.resolve("setup-code")).doesNotExist();
    }
}
