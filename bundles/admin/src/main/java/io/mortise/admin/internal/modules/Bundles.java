package io.mortise.admin.internal.modules;

import io.mortise.api.Refusal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.FrameworkWiring;

/** The bundles of the framework, seen from the framework itself: what is done here outlives the bundle that does it. */
final class Bundles {
    static final String ADDED = "module:";
    private static final String REFERENCE = "reference:";

    private final BundleContext context;

    /** @param context any bundle's */
    Bundles(BundleContext context) {
        this.context = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getBundleContext();
    }

    BundleContext context() {
        return context;
    }

    List<Bundle> all() {
        return List.of(context.getBundles());
    }

    Optional<Bundle> named(String id) {
        return all().stream()
                .filter(bundle -> id.equals(bundle.getSymbolicName()))
                .findFirst();
    }

    /** The jar that the product itself brought for this bundle. */
    static Optional<Path> own(Bundle bundle) {
        String location = bundle.getLocation();
        return location.startsWith(REFERENCE)
                ? Optional.of(Path.of(URI.create(location.substring(REFERENCE.length()))))
                : Optional.empty();
    }

    FrameworkWiring wiring() {
        return context.getBundle().adapt(FrameworkWiring.class);
    }

    /** It and all that are wired to it, directly or not. */
    Set<Bundle> dependents(Bundle bundle) {
        return new HashSet<>(wiring().getDependencyClosure(Set.of(bundle)));
    }

    /** Returns when dependents run with the new wires. */
    void refresh(Collection<Bundle> changed) {
        CountDownLatch done = new CountDownLatch(1);
        wiring().refreshBundles(changed, event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) done.countDown();
        });
        try {
            if (!done.await(30, TimeUnit.SECONDS)) throw slow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw slow();
        }
    }

    private static Refusal slow() {
        return new Refusal(Refusal.Reason.UNAVAILABLE, "The modules that use this one did not stop in time.");
    }
}
