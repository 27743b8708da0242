package io.mortise.access.internal;

import io.mortise.access.internal.MyConnectionShapes.Given;
import io.mortise.access.internal.MyConnectionShapes.Shown;
import io.mortise.api.Connections;
import io.mortise.api.Routes;
import io.mortise.api.Slice;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** My Settings, Integrations: each person's own logins at the connected systems. */
@Component
public final class MyConnectionRoutes implements Routes {
    private final Connections connections;

    @Activate
    public MyConnectionRoutes(@Reference Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/me/connections", Shape.list(Shape.of(Shown.class)), this::list)
                        .summary(
                                "The systems that you can connect to with a login of your own, and how you stand there"),
                Route.put("/me/connections/{id}", Shape.of(Given.class), Shape.of(Shown.class), this::connect)
                        .summary(
                                "Connects you, or again: tested first; secrets left out stay. If-Match \"0\" the first time"),
                Route.delete("/me/connections/{id}", this::disconnect)
                        .summary("Erases your login at this system and its secrets"));
    }

    private Slice<Shown> list(Call<Void> call) {
        List<Shown> all =
                connections.mine(call.caller()).stream().map(Shown::of).toList();
        return new Slice<>(all, Optional.empty());
    }

    private Shown connect(Call<Given> call) {
        Given given = call.body();
        return Shown.of(connections.connectMe(
                call.caller(),
                call.path("id"),
                call.version(),
                given.draft(),
                given.asAnother().orElse(false)));
    }

    private Void disconnect(Call<Void> call) {
        connections.disconnectMe(call.caller(), call.path("id"));
        return null;
    }
}
