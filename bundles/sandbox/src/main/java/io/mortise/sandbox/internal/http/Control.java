package io.mortise.sandbox.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Router.Match;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Store;
import io.mortise.sandbox.internal.state.WriteEntry;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/** The control API under {@code /_sandbox}: look at the world, act as a person in it, list writes, switch faults. */
final class Control {
    private static final Logger LOG = System.getLogger(Control.class.getName());
    private static final String ROOT = "_sandbox";
    private static final int MOST_WRITES = 10_000;

    private final Vendor vendor;
    private final Traffic traffic;
    private final Faults faults;
    private final Router routes = new Router();

    Control(Vendor vendor, Traffic traffic, Faults faults) {
        this.vendor = vendor;
        this.traffic = traffic;
        this.faults = faults;
        routes.read("/_sandbox", request -> status());
        routes.read("/_sandbox/writes", this::writes);
        routes.read("/_sandbox/requests", request -> ok(traffic.toJson()));
        routes.read("/_sandbox/calls", this::calls);
        routes.read("/_sandbox/faults", request -> ok(faults.toJson()));
        routes.call("POST", "/_sandbox/faults", this::addFault);
        routes.call("DELETE", "/_sandbox/faults", request -> clearFaults());
        routes.call("DELETE", "/_sandbox/faults/{id}", this::removeFault);
        new ControlRecords(vendor).addTo(routes);
    }

    static boolean isFor(Request request) {
        return !request.segments().isEmpty() && request.segments().get(0).equals(ROOT);
    }

    Response serve(Request request) {
        Optional<Match> match = routes.find(request);
        if (match.isEmpty()) {
            return problem(404, "The control API has no " + request.method() + " " + request.path());
        }
        boolean hasBody = List.of("POST", "PATCH").contains(request.method());
        if (hasBody && !request.mediaType().equals("application/json")) {
            // A page in a browser could send any other type from a foreign site.
            return problem(415, "Send Content-Type: application/json");
        }
        synchronized (vendor.store()) {
            return act(match.get());
        }
    }

    private Response act(Match match) {
        Store store = vendor.store();
        try {
            Response response = match.route().handler().handle(match.request());
            if (response.failed()) {
                store.rollback();
            } else {
                store.commit();
            }
            return response;
        } catch (BadRequest e) {
            store.rollback();
            return problem(400, e.getMessage());
        } catch (RuntimeException e) {
            store.rollback();
            LOG.log(Level.ERROR, "The control API broke at " + match.request().path(), e);
            return problem(500, "The control API broke: " + e);
        } catch (IOException e) {
            return problem(500, "The change could not be kept: " + e.getMessage());
        }
    }

    private Response status() {
        ObjectNode json = Json.object().put("vendor", vendor.title());
        ObjectNode counts = json.putObject("records");
        vendor.store().tables().forEach((name, table) -> counts.put(name, table.size()));
        json.put("writes", vendor.store().writes().size());
        json.put("requests", traffic.toJson().get("total").asLong());
        json.set("faults", faults.toJson());
        return ok(json);
    }

    private Response writes(Request request) {
        List<WriteEntry> all = vendor.store().writes();
        int after = number(request, "after", 0);
        int end = (int) Math.min(all.size(), (long) after + number(request, "limit", MOST_WRITES));
        ArrayNode items =
                Json.array(all.subList(Math.min(after, end), end).stream().map(WriteEntry::toJson));
        ObjectNode json = Json.object().put("total", all.size());
        json.set("items", items);
        return ok(json);
    }

    private Response calls(Request request) {
        return ok(traffic.calls(number(request, "after", 0), number(request, "limit", MOST_WRITES)));
    }

    private Response addFault(Request request) {
        return json(201, faults.add(FaultRule.read(request.jsonObject())));
    }

    private Response clearFaults() {
        faults.clear();
        return Response.empty(204);
    }

    private Response removeFault(Request request) {
        boolean found = faults.remove(request.var("id"));
        return found ? Response.empty(204) : problem(404, "There is no fault " + request.var("id"));
    }

    static int number(Request request, String name, int otherwise) {
        String text = request.query().get(name).orElse("");
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new BadRequest(name + " must be a whole number", e);
        }
    }

    static Response ok(JsonNode json) {
        return json(200, json);
    }

    static Response json(int status, JsonNode json) {
        return Response.json(status, "application/json", json);
    }

    static Response problem(int status, String detail) {
        ObjectNode json = Json.object().put("status", status).put("detail", detail);
        return Response.json(status, "application/problem+json", json);
    }
}
