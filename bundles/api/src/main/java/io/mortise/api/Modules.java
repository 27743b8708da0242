package io.mortise.api;

import java.io.InputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Bundles and feature files, changed while the house is lived in. Every change works wholly or not at all. */
@ProviderType
public interface Modules {
    List<Installed> list();

    /** Tells what {@link #apply} would do, without doing it. Reads and closes {@code file}. */
    Plan plan(Caller caller, InputStream file);

    /** Installs or updates. Refused when the plan has problems or is older than the last change; undone when something fails to start. */
    List<Installed> apply(Caller caller, Plan plan);

    Installed start(Caller caller, String id);

    Installed stop(Caller caller, String id);

    /** Uninstalls a module that an admin or a vendor added; one that came with the product is refused. */
    void remove(Caller caller, String id);

    /** The version before the last change of this module. */
    List<Installed> back(Caller caller, String id);

    enum State {
        RUNNING,
        STOPPED,
        /** Started, but a part of it waits for something; see {@code trouble}. */
        WAITING
    }

    /**
     * @param about what it is for, in a line; "" if it doesn't say
     * @param trouble in plain words what is missing; "" when all is well
     * @param stays in plain words why it can't be removed; "" when it can
     */
    record Installed(
            String id,
            String name,
            String about,
            String version,
            State state,
            String signer,
            String trouble,
            String stays) {}

    /** @param problems in plain words, none when it can be applied */
    record Plan(String token, List<String> adds, List<String> updates, List<String> restarts, List<String> problems) {}
}
