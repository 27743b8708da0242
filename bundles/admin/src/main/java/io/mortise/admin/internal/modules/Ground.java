package io.mortise.admin.internal.modules;

import io.mortise.api.Refusal;
import java.util.Set;
import org.osgi.framework.Bundle;

/** What everything else stands on: it can't be stopped, and part of it can't be replaced, while Mortise runs. */
final class Ground {
    private static final String OURS = "io.mortise.";
    private static final String WEB = "io.mortise.web";
    private static final String ADMIN = "io.mortise.admin";
    private static final Set<String> CORE = Set.of(
            "io.mortise.model",
            "io.mortise.api",
            "io.mortise.store",
            "io.mortise.store.sql",
            "io.mortise.connector",
            "io.mortise.connector.http",
            "io.mortise.records",
            "io.mortise.access",
            "io.mortise.sync",
            WEB,
            ADMIN);

    private final Bundles bundles;

    Ground(Bundles bundles) {
        this.bundles = bundles;
    }

    /** Mortise's own and what was added; libraries and the framework are nobody's to touch. */
    static boolean isModule(Bundle bundle) {
        String id = String.valueOf(bundle.getSymbolicName());
        return id.startsWith(OURS) || bundle.getLocation().startsWith(Bundles.ADDED);
    }

    static boolean isStoppable(String id) {
        return !CORE.contains(id);
    }

    static void requireStoppable(String id) {
        if (!isStoppable(id))
            throw new Refusal(
                    Refusal.Reason.DENIED,
                    id + " is part of Mortise's core, without which nothing else works. It" + " can't be stopped.");
    }

    /** The screens and this very code must live on while a change is made. */
    void requireReplaceable(Bundle bundle) {
        String id = bundle.getSymbolicName();
        if (!isModule(bundle))
            throw new Refusal(Refusal.Reason.DENIED, id + " is a library of Mortise's own. Only modules are replaced.");
        boolean carries = bundles.dependents(bundle).stream()
                .map(Bundle::getSymbolicName)
                .anyMatch(other -> WEB.equals(other) || ADMIN.equals(other));
        if (carries)
            throw new Refusal(
                    Refusal.Reason.DENIED,
                    id + " carries the change itself, so it can't be replaced while Mortise"
                            + " runs. Stop Mortise, put the jar into the folder modules and start it again.");
    }
}
