package io.mortise.web.internal.screens;

import io.mortise.api.Routes;
import java.util.List;
import java.util.Map;

/** {@code /api/ui/registry}: which screens there are for the person who asks. */
public final class RegistryRoutes implements Routes {
    private final Plugins plugins;

    public RegistryRoutes(Plugins plugins) {
        this.plugins = plugins;
    }

    /** @param plugins each as its plugin.json says, with id, rev and base */
    public record Registry(String rev, List<Map<String, Object>> plugins) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.get(
                        "/ui/registry",
                        Shape.of(Registry.class),
                        call -> new Registry(plugins.rev(), plugins.shownTo(call.caller())))
                .summary("The screens that are there for you"));
    }
}
