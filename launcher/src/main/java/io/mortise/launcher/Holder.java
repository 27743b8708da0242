package io.mortise.launcher;

import java.util.Optional;

/** The process that runs on a data folder, and where it answers; no process when nobody runs there. */
record Holder(Optional<ProcessHandle> process, String address) {
    static final Holder NOBODY = new Holder(Optional.empty(), "");

    static Holder read(String pidFile) {
        String[] lines = pidFile.split("\n", -1);
        if (lines.length < 2) {
            return NOBODY;
        }
        return new Holder(ProcessHandle.of(Long.parseLong(lines[0])), lines[1]);
    }
}
