package io.mortise.admin.internal.modules;

import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import io.mortise.api.Caller;
import io.mortise.api.Events;
import io.mortise.api.Modules;
import io.mortise.api.Refusal;
import io.mortise.model.Right;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** One change at a time, by those who may; others that look on hear of it. */
@Component(immediate = true)
public final class InstalledModules implements Modules, DropFolder.Taker {
    static final Right MANAGE = Right.named("modules.manage");

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    private volatile Events events;

    private final Bundles bundles;
    private final ModuleFolder folder;
    private final Changes changes;
    private final Listing listing;
    private final Turns turns = new Turns();
    private final Plans plans = new Plans();
    private final Watch watch;

    @Activate
    public InstalledModules(BundleContext context, @Reference ServiceComponentRuntime runtime) throws IOException {
        this(
                context,
                runtime,
                Path.of(context.getProperty("mortise.data"), "modules"),
                Path.of(context.getProperty("mortise.modules")));
    }

    InstalledModules(BundleContext context, ServiceComponentRuntime runtime, Path uploaded, Path droppedIn)
            throws IOException {
        bundles = new Bundles(context);
        folder = new ModuleFolder(uploaded);
        Components components = new Components(runtime);
        Requirements requirements = new Requirements(bundles);
        Swap swap = new Swap(bundles, components, folder);
        Origins origins = new Origins(folder, droppedIn);
        changes = new Changes(bundles, new Trial(bundles, requirements), swap, folder, origins);
        listing = new Listing(bundles, components, requirements, folder, origins);
        watch = new Watch(new DropFolder(droppedIn, this));
    }

    @Deactivate
    void close() {
        watch.close();
    }

    @Override
    public List<Installed> list() {
        return listing.all();
    }

    @Override
    public Plan plan(Caller caller, InputStream file) {
        need(caller);
        return turns.take(() -> {
            Path received = folder.receive(file);
            try {
                ModuleFile module = Inspection.of(received);
                return plan(module, changes.problems(module));
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(received);
                throw e;
            }
        });
    }

    private Plan plan(ModuleFile file, List<String> problems) throws IOException {
        Optional<Bundle> old = bundles.named(file.id());
        String step = old.map(b -> file.id() + " " + b.getVersion() + " to " + file.version())
                .orElse(file.id() + " " + file.version());
        List<String> restarts = old.stream()
                .flatMap(b -> bundles.dependents(b).stream().filter(other -> other != b))
                .map(Bundle::getSymbolicName)
                .sorted()
                .toList();
        return new Plan(
                problems.isEmpty() ? plans.add(file) : unusable(file),
                old.isPresent() ? List.of() : List.of(step),
                old.isPresent() ? List.of(step) : List.of(),
                restarts,
                problems);
    }

    private static String unusable(ModuleFile file) throws IOException {
        Files.deleteIfExists(file.path());
        return "";
    }

    @Override
    public List<Installed> apply(Caller caller, Plan plan) {
        need(caller);
        if (!plan.problems().isEmpty()) throw new Refusal(Refusal.Reason.INVALID, String.join(" ", plan.problems()));
        return turns.take(() -> {
            ModuleFile file = plans.take(plan.token());
            try {
                changes.upload(file);
                return List.of(changed(file.id()));
            } finally {
                Files.deleteIfExists(file.path());
            }
        });
    }

    @Override
    public Installed start(Caller caller, String id) {
        need(caller);
        return turns.take(() -> {
            changes.start(id);
            return changed(id);
        });
    }

    @Override
    public Installed stop(Caller caller, String id) {
        need(caller);
        return turns.take(() -> {
            changes.stop(id);
            return changed(id);
        });
    }

    @Override
    public void remove(Caller caller, String id) {
        need(caller);
        turns.take(() -> {
            changes.remove(id);
            tell(id);
            return id;
        });
    }

    @Override
    public List<Installed> back(Caller caller, String id) {
        need(caller);
        return turns.take(() -> {
            changes.known(id);
            Path before = folder.before(id)
                    .orElseThrow(
                            () -> new Refusal(Refusal.Reason.NOT_FOUND, "No earlier version of " + id + " is kept."));
            Path received = folder.receive(Files.newInputStream(before));
            try {
                changes.upload(Inspection.of(received));
                return List.of(changed(id));
            } finally {
                Files.deleteIfExists(received);
            }
        });
    }

    @Override
    public void takeIn(ModuleFile file) throws IOException {
        turns.take(() -> {
            if (folder.uploaded(file.id()).isPresent())
                throw new Refusal(Refusal.Reason.DENIED, file.id() + " was uploaded, which counts more.");
            changes.takeIn(file);
            return changed(file.id());
        });
    }

    @Override
    public void takeOut(String id) throws IOException {
        turns.take(() -> {
            changes.takeOut(id);
            tell(id);
            return id;
        });
    }

    private static void need(Caller caller) {
        if (!caller.may(MANAGE))
            throw new Refusal(
                    Refusal.Reason.DENIED,
                    "Modules are changed by those only who have the right " + MANAGE.name()
                            + ". Ask your administrator.");
    }

    private Installed changed(String id) {
        tell(id);
        return listing.of(changes.known(id));
    }

    private void tell(String id) {
        plans.changed();
        Events now = events;
        if (now != null) now.tell("modules.changed", MANAGE, Map.of("module", id));
    }
}
