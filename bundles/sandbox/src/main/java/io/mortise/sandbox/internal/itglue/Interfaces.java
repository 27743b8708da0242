package io.mortise.sandbox.internal.itglue;

import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.function.Predicate;

/** Lists that live only below another record: a configuration's interfaces, a maker's models, a country's regions. */
final class Interfaces {
    private final Store store;
    private final Catalog catalog;
    private final Resources resources;

    Interfaces(Store store, Catalog catalog, Resources resources) {
        this.store = store;
        this.catalog = catalog;
        this.resources = resources;
    }

    void addTo(Router routes) {
        Spec spec = catalog.get("configuration-interfaces");
        String nested = "/configurations/{parent_id}/relationships/configuration_interfaces";
        below(routes, nested, "configurations", "configuration-id", spec);
        routes.read(nested + "/{id}", Resources.guarded(request -> resources.show(spec, request)));
        routes.read("/configuration_interfaces/{id}", Resources.guarded(request -> resources.show(spec, request)));
        routes.write("POST", "/configuration_interfaces", Resources.guarded(r -> resources.create(spec, r)));
        routes.write("PATCH", "/configuration_interfaces/{id}", Resources.guarded(r -> resources.update(spec, r)));
        below(
                routes,
                "/manufacturers/{parent_id}/relationships/models",
                "manufacturers",
                "manufacturer-id",
                catalog.get("models"));
        below(
                routes,
                "/countries/{parent_id}/relationships/regions",
                "countries",
                "country-id",
                catalog.get("regions"));
    }

    private void below(Router routes, String path, String parents, String attribute, Spec spec) {
        routes.read(path, Resources.guarded(request -> list(parents, attribute, spec, request)));
    }

    private Response list(String parents, String attribute, Spec spec, Request request) {
        String parent = request.var("parent_id");
        if (store.table(parents).find(parent).isEmpty()) {
            throw Refusal.notFound();
        }
        Predicate<Row> below = row -> row.text(attribute).equals(parent);
        return resources.list(spec, request, below);
    }
}
