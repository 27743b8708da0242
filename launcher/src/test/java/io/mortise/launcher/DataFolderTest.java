package io.mortise.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void a_folder_that_nobody_used_has_no_holder() throws IOException {
        assertThat(DataFolder.holder(folder)).isEqualTo(Holder.NOBODY);
    }

    @Test
    void a_pid_left_behind_by_a_killed_process_is_nobody() throws IOException {
        Files.writeString(folder.resolve("mortise.pid"), ProcessHandle.current().pid() + "\nhttp://127.0.0.1:8080\n");

        assertThat(DataFolder.holder(folder)).isEqualTo(Holder.NOBODY);
    }

    @Test
    void a_new_folder_is_closed_to_others_and_an_open_one_is_complained_about() throws IOException {
        Path fresh = folder.resolve("fresh");
        DataFolder.hold(fresh, "http://127.0.0.1:9000").close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
                .isEqualTo("rwx------");

        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(complaints(fresh)).contains("chmod -R go= " + fresh);
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwx------"));
        assertThat(complaints(fresh)).isEmpty();
    }

    private static String complaints(Path folder) throws IOException {
        PrintStream usual = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, UTF_8));
        try {
            DataFolder.hold(folder, "http://127.0.0.1:9000").close();
        } finally {
            System.setErr(usual);
        }
        return said.toString(UTF_8);
    }

    @Test
    void the_link_to_set_up_is_told_as_long_as_there_is_a_code() throws IOException {
        assertThat(SetUpLink.sentence(folder, "http://127.0.0.1:8080")).isEmpty();
        Files.writeString(folder.resolve("setup-code"), "c0de");
        assertThat(SetUpLink.sentence(folder, "http://127.0.0.1:8080").orElseThrow())
                .endsWith(" http://127.0.0.1:8080/setup#c0de");
    }

    @Test
    void the_holder_tells_its_pid_and_address() throws IOException {
        DataFolder held = DataFolder.hold(folder, "http://127.0.0.1:9000");
        Holder holder = Holder.read(Files.readString(folder.resolve("mortise.pid")));
        held.close();

        assertThat(holder)
                .isEqualTo(new Holder(ProcessHandle.of(ProcessHandle.current().pid()), "http://127.0.0.1:9000"));
        assertThat(Files.readString(folder.resolve("mortise.pid"))).isEmpty();
    }
}
