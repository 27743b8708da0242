package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Route;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import java.util.Locale;

/** The description that generated clients are pointed at: of the simulated paths only, without schemas. */
final class Swagger {
    static final String PATH = "/swagger/v2/swagger.json";

    private final Router routes;

    Swagger(Router routes) {
        this.routes = routes;
    }

    void addTo(Router router) {
        router.read(PATH, request -> Response.json(200, "application/json", document()));
    }

    private ObjectNode document() {
        ObjectNode document = Json.object().put("openapi", "3.0.1");
        document.putObject("info").put("title", "BMS API (simulated)").put("version", "v2");
        ObjectNode paths = document.putObject("paths");
        for (Route route : routes.all()) {
            ObjectNode operation = paths.withObjectProperty(route.template())
                    .putObject(route.method().toLowerCase(Locale.ROOT));
            operation.putObject("responses").putObject("200").put("description", "OK");
        }
        return document;
    }
}
