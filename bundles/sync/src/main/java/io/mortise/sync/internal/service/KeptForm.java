package io.mortise.sync.internal.service;

import io.mortise.api.Attachments.Kept;
import io.mortise.sync.internal.files.KeptFile;
import io.mortise.sync.internal.files.KeptFile.State;
import java.time.Instant;

/** A kept file as people see it. */
final class KeptForm {
    private KeptForm() {}

    static Kept of(KeptFile file) {
        String why = file.standing().why();
        boolean waits = file.is(State.WAITING) && why.isEmpty();
        return new Kept(
                file.id(),
                file.on(),
                file.about().name(),
                file.about().mime(),
                file.about().size(),
                Instant.ofEpochMilli(file.at()),
                file.by().name(),
                Kept.State.valueOf(file.standing().state().name()),
                waits ? "It is on its way." : why);
    }
}
