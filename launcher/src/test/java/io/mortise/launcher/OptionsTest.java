package io.mortise.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void defaults_bind_to_this_machine_only() {
        Options options = Options.parse(List.of(), Map.of());

        assertThat(options.address()).isEqualTo("http://127.0.0.1:8080");
        assertThat(options.get(Option.DB)).isEqualTo("sqlite");
        assertThat(options.data(Path.of("/opt/mortise"))).isEqualTo(Path.of("/opt/mortise/data"));
    }

    @Test
    void a_flag_wins_over_the_environment() {
        Map<String, String> environment = Map.of("MORTISE_PORT", "9000", "MORTISE_SANDBOX_PORT", "9500");

        Options options = Options.parse(List.of("--port", "9001", "--host=::1", "--sandbox-scale=0.2"), environment);

        assertThat(options.address()).isEqualTo("http://[::1]:9001");
        assertThat(options.get(Option.SANDBOX_PORT)).isEqualTo("9500");
        assertThat(options.get(Option.SANDBOX_SCALE)).isEqualTo("0.2");
    }

    @Test
    void listening_everywhere_is_asked_on_the_loopback_address() {
        Options options = Options.parse(List.of("--host", "0.0.0.0"), Map.of());

        assertThat(options.localAddress()).isEqualTo("http://127.0.0.1:8080");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--prot", "--port", "--port=0", "--port=65536", "--port=x", "--sandbox-speed=0", "--host="})
    void nonsense_is_refused_and_named(String argument) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Options.parse(List.of(argument), Map.of()))
                .withMessageContaining(argument.split("=", -1)[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://me:s3cret@h/db", "postgresql://me:s3cret@h", "postgresql://me:s3cret@h/ db"})
    void a_refused_database_does_not_show_its_password(String database) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Options.parse(List.of(), Map.of("MORTISE_DB", database)))
                .withMessageContaining("MORTISE_DB must be sqlite or postgresql://")
                .withMessageNotContaining("s3cret")
                .withNoCause();
    }

    @Test
    void a_database_is_taken_as_given() {
        String database = "postgresql://me:p%40ss@db.example:5432/mortise";

        assertThat(Options.parse(List.of("--db", database), Map.of()).get(Option.DB))
                .isEqualTo(database);
    }
}
