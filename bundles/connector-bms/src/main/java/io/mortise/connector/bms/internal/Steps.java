package io.mortise.connector.bms.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;

/**
 * The requests of one save. The first may fail as it likes; once one has taken effect, a failure of the next means that
 * half is done, and only a look can tell what.
 */
final class Steps {
    interface Step {
        Object go() throws Fault;
    }

    private boolean begun;

    /** @param begun something has taken effect already */
    Steps(boolean begun) {
        this.begun = begun;
    }

    void then(Step step) throws Fault {
        try {
            step.go();
            begun = true;
        } catch (Fault fault) {
            throw begun ? Fault.of(Remedy.LOOK, "Saved in part only: " + fault.getMessage(), fault) : fault;
        }
    }
}
