package io.mortise.admin.internal.modules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a file in place of a running bundle, or adds it. What fails on the way is taken back. */
final class Swap {
    private static final Logger LOG = LoggerFactory.getLogger(Swap.class);
    /** After everything of ours. */
    private static final int MODULE_LEVEL = 9;

    private final Bundles bundles;
    private final Components components;
    private final ModuleFolder folder;

    Swap(Bundles bundles, Components components, ModuleFolder folder) {
        this.bundles = bundles;
        this.components = components;
        this.folder = folder;
    }

    /** Makes the change last. When it throws, the change is taken back. */
    @FunctionalInterface
    interface Commit {
        void run() throws IOException;
    }

    /** @param run false when it shall lie there stopped */
    void put(ModuleFile file, boolean run, Commit commit) throws IOException {
        Optional<Bundle> old = bundles.named(file.id());
        if (old.isPresent()) update(old.get(), file, run, commit);
        else add(file, run, commit);
    }

    private void add(ModuleFile file, boolean run, Commit commit) {
        Bundle bundle = null;
        try (InputStream in = Files.newInputStream(file.path())) {
            bundle = bundles.context().installBundle(Bundles.ADDED + file.id(), in);
            bundle.adapt(BundleStartLevel.class).setStartLevel(MODULE_LEVEL);
            if (run) start(bundle);
            commit.run();
        } catch (IOException | BundleException | RuntimeException e) {
            if (bundle != null) takeAway(bundle);
            throw Words.refused(file.id(), "could not be added", e);
        }
    }

    private void takeAway(Bundle bundle) {
        try {
            bundle.uninstall();
            bundles.refresh(List.of(bundle));
        } catch (BundleException | RuntimeException e) {
            LOG.error("{} could not be taken away again", bundle.getSymbolicName(), e);
        }
    }

    private void update(Bundle bundle, ModuleFile file, boolean run, Commit commit) throws IOException {
        boolean ran = bundle.getState() == Bundle.ACTIVE;
        Set<Bundle> running = bundles.dependents(bundle).stream()
                .filter(active().and(other -> other != bundle))
                .filter(other -> components.troubles(other).isEmpty())
                .collect(Collectors.toSet());
        Path kept = folder.scratch();
        try {
            Copy.of(bundle, kept);
            replace(bundle, file.path());
            if (run) start(bundle);
            running.forEach(components::await);
            requireActive(running);
            folder.keepBefore(file.id(), kept);
            commit.run();
        } catch (IOException | BundleException | RuntimeException e) {
            takeBack(bundle, kept, ran);
            throw Words.refused(file.id(), "could not be replaced", e);
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    private void replace(Bundle bundle, Path file) throws IOException, BundleException {
        bundle.stop(Bundle.STOP_TRANSIENT);
        try (InputStream in = Files.newInputStream(file)) {
            bundle.update(in);
        }
        bundles.refresh(List.of(bundle));
    }

    private void takeBack(Bundle bundle, Path kept, boolean ran) {
        try {
            replace(bundle, kept);
            if (ran) bundle.start();
        } catch (IOException | BundleException | RuntimeException e) {
            LOG.error("{} could not be set back to the version before", bundle.getSymbolicName(), e);
        }
    }

    private void start(Bundle bundle) throws BundleException {
        bundle.start();
        requireActive(Set.of(bundle));
        components.await(bundle);
    }

    private static void requireActive(Set<Bundle> running) {
        running.stream().filter(active().negate()).findFirst().ifPresent(left -> {
            throw new IllegalStateException(left.getSymbolicName() + " does not run.");
        });
    }

    private static Predicate<Bundle> active() {
        return bundle -> bundle.getState() == Bundle.ACTIVE;
    }
}
