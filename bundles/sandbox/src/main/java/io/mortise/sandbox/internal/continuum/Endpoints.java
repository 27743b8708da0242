package io.mortise.sandbox.internal.continuum;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Endpoints: asked for by a POST that names companies, sites or endpoints, answered in groups of company and site. */
final class Endpoints {
    private static final int LARGEST = 500;
    private static final List<String> CATEGORIES = List.of("platform", "network", "cloud", "all");

    private final Store store;
    private final EndpointViews views = new EndpointViews();

    Endpoints(Store store) {
        this.store = store;
    }

    void addTo(Router routes) {
        String root = Continuum.V2 + "/device";
        routes.call("POST", root + "/categories/{category}/endpoints", Refusal.answered(this::list));
        routes.read(root + "/companies/{company}/sites/{site}/endpoints/{endpoint}", Refusal.answered(this::one));
        routes.read(root + "/endpoints/heartbeat", Refusal.answered(this::heartbeat));
    }

    private Response list(Request request) {
        requireId(request);
        String category = request.var("category");
        if (!CATEGORIES.contains(category)) {
            throw new Refusal(400, "category must be one of " + CATEGORIES);
        }
        Resources asked = Resources.read(request.jsonObject());
        List<Row> found = store.table("endpoints").stream()
                .filter(row -> category.equals("all") || row.text("category").equals(category))
                .filter(asked.chosen().and(EndpointOrder.filter(request)))
                .sorted(EndpointOrder.of(request))
                .toList();
        int limit = Math.min(LARGEST, number(request, "limit", LARGEST));
        int cursor = number(request, "cursor", 0);
        List<Row> page = found.stream().skip(cursor).limit(limit).toList();
        Response response = Answers.ok(views.grouped(page, category, views.fields(request)));
        response = response.asPage(category.equals("all") ? "platform" : category);
        int next = cursor + page.size();
        return next < found.size() ? response.header("Link", link(request, next, limit)) : response;
    }

    private static String link(Request request, int cursor, int limit) {
        StringBuilder link = new StringBuilder("<" + request.origin() + request.path());
        link.append("?cursor=").append(cursor).append("&limit=").append(limit);
        for (String name : List.of("field", "filter", "sortBy")) {
            request.query()
                    .get(name)
                    .ifPresent(value -> link.append('&')
                            .append(name)
                            .append('=')
                            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        }
        return link.append(">; rel=\"next\"").toString();
    }

    static void requireId(Request request) {
        if (Guesses.REQUEST_ID_NEEDED && request.header("X-Request-ID").isEmpty()) {
            throw new Refusal(400, "X-Request-ID header is required");
        }
    }

    static int number(Request request, String name, int otherwise) {
        String text = request.query().get(name).orElse("");
        if (!text.matches("\\d{0,8}")) {
            throw new Refusal(400, name + " must be a number");
        }
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }

    private Response one(Request request) {
        requireId(request);
        Row row = Guid.id("endpoints", request.var("endpoint"))
                .flatMap(store.table("endpoints")::find)
                .filter(found -> request.var("site").equals(Guid.of("sites", found.text("siteId"))))
                .filter(found -> request.var("company").equals(Guid.of("companies", found.text("companyId"))))
                .orElseThrow(() -> Refusal.unknown("endpoint"));
        return Answers.ok(views.detail(row, views.fields(request)));
    }

    private Response heartbeat(Request request) {
        ObjectNode asked = Json.object();
        request.query().get("resourceType").ifPresent(type -> asked.put("resourceType", type));
        for (String id : request.query().get("resources").orElse("").split(",")) {
            asked.withArray("resources").add(id.trim());
        }
        Resources resources = Resources.read(asked);
        List<Row> found =
                store.table("endpoints").stream().filter(resources.chosen()).toList();
        return Answers.ok(views.heartbeat(found, store.now()));
    }
}
