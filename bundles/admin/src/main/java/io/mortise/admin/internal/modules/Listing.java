package io.mortise.admin.internal.modules;

import io.mortise.api.Modules.Installed;
import io.mortise.api.Modules.State;
import io.mortise.api.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;

/** The modules as they are now. */
final class Listing {
    private record Seen(long modified, String signer) {}

    private final Bundles bundles;
    private final Components components;
    private final Requirements requirements;
    private final ModuleFolder folder;
    private final Origins origins;
    private final Map<String, Seen> signers = new ConcurrentHashMap<>();

    Listing(Bundles bundles, Components components, Requirements requirements, ModuleFolder folder, Origins origins) {
        this.bundles = bundles;
        this.components = components;
        this.requirements = requirements;
        this.folder = folder;
        this.origins = origins;
    }

    List<Installed> all() {
        return bundles.all().stream()
                .filter(Ground::isModule)
                .map(this::of)
                .sorted(Comparator.comparing(Installed::id))
                .toList();
    }

    Installed of(Bundle bundle) {
        String id = bundle.getSymbolicName();
        List<String> troubles = troubles(bundle);
        return new Installed(
                id,
                header(bundle, Constants.BUNDLE_NAME, id),
                header(bundle, Constants.BUNDLE_DESCRIPTION, ""),
                bundle.getVersion().toString(),
                state(bundle, troubles),
                signer(id),
                String.join(" ", troubles),
                origins.stays(id).orElse(""));
    }

    private static String header(Bundle bundle, String name, String otherwise) {
        String value = bundle.getHeaders().get(name);
        return value == null ? otherwise : value;
    }

    private static State state(Bundle bundle, List<String> troubles) {
        if (!wanted(bundle)) return State.STOPPED;
        return troubles.isEmpty() ? State.RUNNING : State.WAITING;
    }

    private static boolean wanted(Bundle bundle) {
        return bundle.getState() == Bundle.ACTIVE
                || bundle.adapt(BundleStartLevel.class).isPersistentlyStarted();
    }

    private List<String> troubles(Bundle bundle) {
        if (!wanted(bundle)) return List.of();
        if (bundle.getState() == Bundle.ACTIVE) return components.troubles(bundle);
        List<String> missing = requirements.missing(bundle, bundle);
        return missing.isEmpty() ? List.of("It could not be started; the log tells why.") : missing;
    }

    /** Product's own jars aren't signed; an uploaded one is read through once. */
    private String signer(String id) {
        return folder.uploaded(id).map(jar -> signer(id, jar)).orElse("");
    }

    private String signer(String id, Path jar) {
        try {
            long modified = Files.getLastModifiedTime(jar).toMillis();
            Seen seen = signers.get(id);
            if (seen == null || seen.modified() != modified) {
                seen = new Seen(modified, Inspection.of(jar).signer());
                signers.put(id, seen);
            }
            return seen.signer();
        } catch (IOException | Refusal e) {
            return "";
        }
    }
}
