package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The JSON:API documents of IT Glue's answers. */
final class Documents {
    static final String TYPE = "application/vnd.api+json";
    private static final int NOTES_IN_LISTS = 250;
    private static final String QUICK_NOTES = "quick-notes";

    private final Attributes attributes;
    private final Includes includes;
    private final Callers callers;

    Documents(Attributes attributes, Includes includes, Callers callers) {
        this.attributes = attributes;
        this.includes = includes;
        this.callers = callers;
    }

    /** What a write answers. */
    Response one(int status, Spec spec, Row row, Request request) {
        ObjectNode document = Json.object();
        document.set("data", written(spec, row, request));
        return Response.json(status, TYPE, document);
    }

    Response many(int status, Spec spec, List<Row> rows, Request request) {
        ObjectNode document = Json.object();
        document.set("data", Json.array(rows.stream().map(row -> written(spec, row, request))));
        return Response.json(status, TYPE, document);
    }

    private ObjectNode written(Spec spec, Row row, Request request) {
        return unveiled(resource(spec, row, request, List.of()), row, request, false);
    }

    Response show(Spec spec, Row row, Request request, List<String> include) {
        ObjectNode document = Json.object();
        document.set("data", unveiled(resource(spec, row, request, include), row, request, true));
        addIncluded(document, spec, List.of(row), request, include);
        return Response.json(200, TYPE, document);
    }

    private ObjectNode unveiled(ObjectNode resource, Row row, Request request, boolean usual) {
        boolean password = resource.path("type").asText().equals("passwords");
        if (password && Secrets.asked(request, usual)) {
            Secrets.addTo(
                    (ObjectNode) resource.get("attributes"),
                    row,
                    request,
                    callers.reach(request).caller());
        }
        return resource;
    }

    Response page(Spec spec, Paging paging, List<Row> found, Request request, List<String> include) {
        List<Row> rows = paging.cut(found);
        ObjectNode document = Json.object();
        ArrayNode data = document.putArray("data");
        for (Row row : rows) {
            data.add(shortened(resource(spec, row, request, include)));
        }
        document.set("meta", paging.meta(found.size()));
        document.set("links", paging.links(found.size(), request));
        addIncluded(document, spec, rows, request, include);
        return Response.json(200, TYPE, document).asPage("data");
    }

    private void addIncluded(ObjectNode document, Spec spec, List<Row> rows, Request request, List<String> include) {
        if (!include.isEmpty()) {
            document.set("included", includes.included(spec, rows, request, include, this));
        }
    }

    ObjectNode resource(Spec spec, Row row, Request request, List<String> include) {
        ObjectNode resource = Json.object().put("id", row.id()).put("type", spec.type());
        ObjectNode shown = attributes.of(spec, row, request.site());
        if (shown.has(QUICK_NOTES) && !callers.reach(request).caller().may(Role::seesQuickNotes)) {
            hide(shown);
        }
        resource.set("attributes", shown);
        resource.set("relationships", includes.relationships(spec, row, request, include, this));
        return resource;
    }

    private static void hide(ObjectNode shown) {
        if (Guesses.UNSEEN_QUICK_NOTES_ARE_NULL) {
            shown.putNull(QUICK_NOTES);
        } else {
            shown.remove(QUICK_NOTES);
        }
    }

    /** Lists show only the beginning of an organization's quick notes; the whole text comes with Show alone. */
    private static ObjectNode shortened(ObjectNode resource) {
        ObjectNode attributes = (ObjectNode) resource.get("attributes");
        JsonNode notes = attributes.path(QUICK_NOTES);
        if (notes.isTextual() && notes.asText().length() > NOTES_IN_LISTS) {
            attributes.put(QUICK_NOTES, notes.asText().substring(0, NOTES_IN_LISTS));
        }
        return resource;
    }

    static Response error(int status, String title, String detail, String pointer) {
        ObjectNode error = Json.object().put("status", status).put("title", title);
        if (detail != null) {
            error.put("detail", detail);
        }
        if (pointer != null) {
            error.putObject("source").put("pointer", pointer);
        }
        ObjectNode document = Json.object();
        document.putArray("errors").add(error);
        return Response.json(status, TYPE, document);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
