package io.mortise.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void the_holder_tells_its_pid_and_address() throws IOException {
        DataFolder held = DataFolder.hold(folder, "http://127.0.0.1:9000");
        Holder holder = Holder.read(Files.readString(folder.resolve("mortise.pid")));
        held.close();

        assertThat(holder)
                .isEqualTo(new Holder(ProcessHandle.of(ProcessHandle.current().pid()), "http://127.0.0.1:9000"));
        assertThat(Files.readString(folder.resolve("mortise.pid"))).isEmpty();
    }
}
