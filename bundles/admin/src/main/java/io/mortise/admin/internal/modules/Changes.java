package io.mortise.admin.internal.modules;

import io.mortise.api.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** What can be done to modules. Not thread-safe: one change at a time is its caller's care. */
final class Changes {
    private final Bundles bundles;
    private final Ground ground;
    private final Trial trial;
    private final Swap swap;
    private final ModuleFolder folder;
    private final Origins origins;

    Changes(Bundles bundles, Trial trial, Swap swap, ModuleFolder folder, Origins origins) {
        this.bundles = bundles;
        this.ground = new Ground(bundles);
        this.trial = trial;
        this.swap = swap;
        this.folder = folder;
        this.origins = origins;
    }

    /** In plain words, why this file can't be put in; empty when it can. */
    List<String> problems(ModuleFile file) throws IOException {
        bundles.named(file.id()).ifPresent(ground::requireReplaceable);
        return trial.problems(file);
    }

    /** From now on, and from the next start on. */
    void upload(ModuleFile file) throws IOException {
        put(file, () -> folder.keep(file));
    }

    /** From a folder that is read again at the next start. */
    void takeIn(ModuleFile file) throws IOException {
        put(file, () -> {});
    }

    private void put(ModuleFile file, Swap.Commit commit) throws IOException {
        List<String> problems = problems(file);
        if (!problems.isEmpty())
            throw new Refusal(
                    Refusal.Reason.INVALID,
                    file.id() + " " + file.version() + " can't be put in; nothing was changed. "
                            + String.join(" ", problems));
        swap.put(file, !folder.stopped().contains(file.id()), commit);
    }

    void start(String id) throws IOException {
        try {
            known(id).start();
        } catch (BundleException e) {
            throw Words.refused(id, "could not be started", e);
        }
        folder.mark(id, false);
    }

    void stop(String id) throws IOException {
        Ground.requireStoppable(known(id).getSymbolicName());
        folder.mark(id, true);
        try {
            known(id).stop();
        } catch (BundleException e) {
            throw new IllegalStateException(id + " failed while it was stopped", e);
        }
    }

    void remove(String id) throws IOException {
        Bundle bundle = known(id);
        origins.stays(id).ifPresent(why -> {
            throw new Refusal(Refusal.Reason.VIEW_ONLY, why);
        });
        ground.requireReplaceable(bundle);
        Optional<Path> beneath = origins.dropped(id).or(() -> Bundles.own(bundle));
        if (beneath.isPresent()) {
            put(Inspection.of(beneath.get()), () -> folder.forget(id));
        } else {
            requireUnused(bundle);
            folder.forget(id);
            uninstall(bundle);
        }
    }

    /** A file was taken out of the drop-in folder. */
    void takeOut(String id) throws IOException {
        Optional<Bundle> bundle = bundles.named(id);
        if (bundle.isEmpty() || folder.uploaded(id).isPresent()) return;
        Optional<Path> own = bundle.flatMap(Bundles::own);
        if (own.isPresent()) takeIn(Inspection.of(own.get()));
        else uninstall(bundle.get());
    }

    private void uninstall(Bundle bundle) throws IOException {
        try {
            bundle.uninstall();
            bundles.refresh(List.of(bundle));
        } catch (BundleException e) {
            throw new IllegalStateException(bundle.getSymbolicName() + " failed while it was removed", e);
        }
        folder.mark(bundle.getSymbolicName(), false);
    }

    private void requireUnused(Bundle bundle) {
        bundles.dependents(bundle).stream()
                .filter(other -> other != bundle)
                .findFirst()
                .ifPresent(user -> {
                    throw new Refusal(
                            Refusal.Reason.DENIED,
                            user.getSymbolicName() + " uses " + bundle.getSymbolicName() + ". Remove that one first.");
                });
    }

    Bundle known(String id) {
        return bundles.named(id)
                .filter(Ground::isModule)
                .orElseThrow(
                        () -> new Refusal(Refusal.Reason.NOT_FOUND, "There is no module \"" + id + "\" installed."));
    }
}
