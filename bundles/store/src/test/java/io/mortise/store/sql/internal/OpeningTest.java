package io.mortise.store.sql.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
    @TempDir
    Path data;

    @Test
    void anUnknownKindOfDatabaseIsRefused() {
        assertThatThrownBy(() -> Opening.store("mysql://u:secret@h/db", data))
                .hasMessageContaining("must be \"sqlite\" or begin with \"postgresql://\"")
                .hasMessageNotContaining("secret");
    }

    @Test
    void anIncompleteAddressIsRefusedWithoutThePassword() {
        for (String bad : new String[] {
            "postgresql://u:secret@host",
            "postgresql://host/db",
            "postgresql://u:sec ret@h/db",
            "postgresql://u:secret@/x"
        })
            assertThatThrownBy(() -> Opening.store(bad, data))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("postgresql://user:password@host:port/name")
                    .hasMessageNotContaining("secret")
                    .hasNoCause();
    }

    @Test
    void anUnreachableServerIsNamedWithoutThePassword() {
        assertThatThrownBy(() -> Opening.store("postgresql://u:secret@127.0.0.1:1/db?connectTimeout=1", data))
                .hasMessageContaining("postgresql://127.0.0.1:1/db can't be reached")
                .hasMessageNotContaining("secret")
                .hasStackTraceContaining("refused");
    }

    @Test
    void passwordsMayHoldAnything() {
        PostgresAddress address = PostgresAddress.of("postgresql://me%40x:a+b%2F%40%3A%25:c@h:5433/db?sslmode=require");
        assertThat(address.user()).isEqualTo("me@x");
        assertThat(address.password()).isEqualTo("a+b/@:%:c");
        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://h:5433/db?sslmode=require");
        assertThat(address).hasToString("postgresql://h:5433/db");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused() throws IOException {
        Files.writeString(data.resolve("mortise.db"), "this is a diary, not a database. ".repeat(100));
        assertThatThrownBy(() -> Opening.store("sqlite", data)).hasMessageContaining("mortise.db");
        assertThat(data.resolve("mortise.db")).content().startsWith("this is a diary");
    }

    @Test
    void aFolderThatCanNotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(data.resolve("file"), "");
        assertThatThrownBy(() -> Opening.store("sqlite", file.resolve("data"))).hasMessageContaining(file.toString());
    }

    @Test
    void whatWasKeptIsThereAfterARestart() {
        StoreComponent first = new StoreComponent("sqlite", data);
        first.write(w -> {
            w.put(io.mortise.store.Document.of("n", "", "k", "{}"));
            return "";
        });
        first.close();
        StoreComponent second = new StoreComponent("sqlite", data);
        assertThat(second.<Integer>read(
                        r -> r.documents("n", "", java.time.Instant.now()).size()))
                .isOne();
        second.close();
    }
}
