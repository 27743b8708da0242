package io.mortise.admin.internal;

import io.mortise.admin.internal.ConnectionShapes.ConnectionShown;
import io.mortise.admin.internal.ConnectionShapes.Given;
import io.mortise.admin.internal.ConnectionShapes.Made;
import io.mortise.admin.internal.ConnectionShapes.ProductShown;
import io.mortise.admin.internal.ConnectionShapes.TestAsked;
import io.mortise.admin.internal.ConnectionShapes.Tested;
import io.mortise.api.Connections;
import io.mortise.api.Connections.Guarantee;
import io.mortise.api.Refusal;
import io.mortise.api.Routes;
import io.mortise.api.Slice;
import io.mortise.model.Right;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Systems connected, tested, changed, switched off and removed. */
@Component
public final class ConnectionRoutes implements Routes {
    private static final Right READ = Right.named("sync.read");
    private static final Right MANAGE = Right.named("connections.manage");
    private final Connections connections;

    @Activate
    public ConnectionRoutes(@Reference Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/connections/products", Shape.list(Shape.of(ProductShown.class)), this::products)
                        .needs(MANAGE)
                        .summary("The products that can be connected, each with the settings it asks for"),
                Route.get("/connections", Shape.list(Shape.of(ConnectionShown.class)), this::list)
                        .needs(READ)
                        .summary("Connected systems; of secrets it says only which are set"),
                Route.get("/connections/{id}", Shape.of(ConnectionShown.class), this::one)
                        .needs(READ)
                        .summary("One connected system"),
                Route.post("/connections/test", Shape.of(TestAsked.class), Shape.of(Tested.class), this::test)
                        .needs(MANAGE)
                        .summary("Signs in and looks round, keeps nothing, and says in words what is wrong"),
                Route.post("/connections", Shape.of(Made.class), Shape.of(ConnectionShown.class), this::add)
                        .needs(MANAGE)
                        .summary("Connects a system: tested first unless untested is true, kept whole or not at all"),
                Route.put("/connections/{id}", Shape.of(Given.class), Shape.of(ConnectionShown.class), this::change)
                        .needs(MANAGE)
                        .summary("Changes a connection or switches it off or on; secrets left out stay"),
                Route.delete("/connections/{id}", this::remove)
                        .needs(MANAGE)
                        .summary("Removes a connection; its records stay, unlinked from it"),
                Route.get("/connections/{id}/guarantees", Shape.list(Shape.of(Guarantee.class)), this::guarantees)
                        .needs(READ)
                        .summary("What its connector guarantees for each type, and what may happen where it doesn't"));
    }

    private Slice<ProductShown> products(Call<Void> call) {
        return all(connections.products().stream().map(ProductShown::of).toList());
    }

    private Slice<ConnectionShown> list(Call<Void> call) {
        return all(connections.list(call.caller()).stream()
                .map(ConnectionShown::of)
                .toList());
    }

    private ConnectionShown one(Call<Void> call) {
        return connections.list(call.caller()).stream()
                .filter(connection -> connection.id().equals(call.path("id")))
                .findFirst()
                .map(ConnectionShown::of)
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, "There is no such connection."));
    }

    private Tested test(Call<TestAsked> call) {
        TestAsked asked = call.body();
        return Tested.of(connections.test(call.caller(), asked.product(), asked.draft(), asked.connection()));
    }

    private ConnectionShown add(Call<Made> call) {
        Made made = call.body();
        return ConnectionShown.of(connections.add(
                call.caller(),
                made.product(),
                made.draft(),
                made.terms(),
                made.untested().orElse(false)));
    }

    private ConnectionShown change(Call<Given> call) {
        Given given = call.body();
        return ConnectionShown.of(connections.change(
                call.caller(),
                call.path("id"),
                call.version(),
                given.draft(),
                given.terms(),
                given.untested().orElse(false)));
    }

    private Void remove(Call<Void> call) {
        connections.remove(call.caller(), call.path("id"));
        return null;
    }

    private Slice<Guarantee> guarantees(Call<Void> call) {
        return all(connections.guarantees(call.caller(), call.path("id")));
    }

    private static <T> Slice<T> all(List<T> items) {
        return new Slice<>(items, Optional.empty());
    }
}
