package io.mortise.admin.internal.modules;

import io.mortise.api.Modules;
import io.mortise.api.Refusal;
import io.mortise.api.Routes;
import io.mortise.api.Slice;
import io.mortise.model.Content;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Modules, seen and changed. */
@Component
public final class ModuleRoutes implements Routes {
    private final Modules modules;

    @Activate
    public ModuleRoutes(@Reference Modules modules) {
        this.modules = modules;
    }

    /**
     * One module.
     *
     * @param id its symbolic name
     * @param about what it is for, in a line; "" if it doesn't say
     * @param state RUNNING, STOPPED or WAITING
     * @param signer the name in the certificate that it is signed with, not vouched for; "" without
     * @param trouble in plain words what it waits for; "" when all is well
     * @param stays in plain words why it can't be removed; "" when it can
     * @param stoppable false for the core
     */
    public record ModuleShown(
            String id,
            String name,
            String about,
            String version,
            String state,
            String signer,
            String trouble,
            String stays,
            boolean stoppable) {
        static ModuleShown of(Modules.Installed module) {
            return new ModuleShown(
                    module.id(),
                    module.name(),
                    module.about(),
                    module.version(),
                    module.state().name(),
                    module.signer(),
                    module.trouble(),
                    module.stays(),
                    Ground.isStoppable(module.id()));
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/modules", Shape.list(Shape.of(ModuleShown.class)), this::list)
                        .needs(InstalledModules.MANAGE)
                        .summary("All modules, with what they wait for"),
                Route.post("/modules", Shape.CONTENT, Shape.of(ModuleShown.class), this::upload)
                        .needs(InstalledModules.MANAGE)
                        .summary("Adds a module, or replaces its version that runs: the body is the jar"),
                Route.post(
                                "/modules/{name}/start",
                                Shape.NOTHING,
                                Shape.of(ModuleShown.class),
                                call -> ModuleShown.of(modules.start(call.caller(), call.path("name"))))
                        .needs(InstalledModules.MANAGE)
                        .summary("Starts a module, now and with Mortise"),
                Route.post(
                                "/modules/{name}/stop",
                                Shape.NOTHING,
                                Shape.of(ModuleShown.class),
                                call -> ModuleShown.of(modules.stop(call.caller(), call.path("name"))))
                        .needs(InstalledModules.MANAGE)
                        .summary("Stops a module, until somebody starts it again"),
                Route.delete("/modules/{name}", this::remove)
                        .needs(InstalledModules.MANAGE)
                        .summary("Removes an uploaded module; one of Mortise's own that it replaced comes back"));
    }

    private Slice<ModuleShown> list(Call<Void> call) {
        return new Slice<>(modules.list().stream().map(ModuleShown::of).toList(), Optional.empty());
    }

    private ModuleShown upload(Call<Content> call) {
        Modules.Plan plan = modules.plan(call.caller(), call.body().bytes());
        if (!plan.problems().isEmpty())
            throw new Refusal(
                    Refusal.Reason.INVALID,
                    "This module can't be put in; nothing was changed. " + String.join(" ", plan.problems()));
        return ModuleShown.of(modules.apply(call.caller(), plan).get(0));
    }

    private Void remove(Call<Void> call) {
        modules.remove(call.caller(), call.path("name"));
        return null;
    }
}
