package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Files on records: made by JSON or by a form, renamed, downloaded, deleted. */
final class Attachments {
    private static final String TYPE = "attachments";
    private static final String PATH = "/{resource_type}/{resource_id}/relationships/attachments";

    private final Store store;
    private final Spec spec;
    private final Below below;
    private final Callers callers;
    private final Resources resources;

    Attachments(Store store, Spec spec, Callers callers, Resources resources) {
        this.store = store;
        this.spec = spec;
        this.below = new Below(store, callers);
        this.callers = callers;
        this.resources = resources;
    }

    void addTo(Router routes) {
        routes.write("POST", PATH, Resources.guarded(this::create));
        routes.write("PATCH", PATH + "/{id}", Resources.guarded(this::rename));
        routes.write("DELETE", PATH, Resources.guarded(this::delete));
        routes.read("/attachments/{id}/download", Resources.guarded(this::download));
        if (Guesses.ATTACHMENTS_ARE_READABLE) {
            routes.read(PATH, Resources.guarded(this::list));
            routes.read(PATH + "/{id}", Resources.guarded(this::show));
        }
    }

    private Below.Parent parent(Request request) {
        return below.parent(request, Kind::takesAttachments);
    }

    private Response list(Request request) {
        Below.Parent parent = parent(request);
        return resources.list(
                spec,
                request,
                row -> Owners.hangsOn(row, parent.type(), parent.row().id()));
    }

    private Response show(Request request) {
        Row row = attachment(parent(request), request.var("id"));
        return resources.documents().show(spec, row, request, List.of());
    }

    private Response create(Request request) {
        Below.Parent parent = parent(request);
        parent.reach().mustChange(parent.type(), parent.row(), Json.object());
        List<Row> made = new ArrayList<>();
        for (ObjectNode attributes : Bodies.attributesOfAll(request)) {
            JsonNode file = Bodies.kebab(attributes.path("attachment"));
            made.add(store.insert(TYPE, fields(parent.type(), parent.row().id(), file)));
        }
        return Bodies.isArray(request)
                ? resources.documents().many(201, spec, made, request)
                : resources.documents().one(201, spec, made.get(0), request);
    }

    static ObjectNode fields(String type, String id, JsonNode file) {
        String name = Row.text(file, "file-name");
        String content = Row.text(file, "content");
        if (name.isEmpty() || content.isEmpty()) {
            throw Refusal.unprocessable("can't be blank", Values.pointer("attachment"));
        }
        ObjectNode fields = Json.object().put("resource-type", type).put("resource-id", Long.valueOf(id));
        fields.put("name", name).put("attachment-file-name", name);
        fields.put("attachment-content-type", MediaTypes.of(name));
        fields.put("attachment-file-size", bytes(content).length);
        fields.put("ext", MediaTypes.extension(name)).put("viewable", MediaTypes.viewable(name));
        return fields.put("content", content);
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw Refusal.unprocessable("is not strict base64", Values.pointer("attachment"));
        }
    }

    private Row attachment(Below.Parent parent, String id) {
        return store.table(TYPE)
                .find(id)
                .filter(row -> Owners.hangsOn(row, parent.type(), parent.row().id()))
                .orElseThrow(Refusal::notFound);
    }

    private Response rename(Request request) {
        Below.Parent parent = parent(request);
        parent.reach().mustChange(parent.type(), parent.row(), Json.object());
        Row row = attachment(parent, request.var("id"));
        String name = Row.text(Bodies.attributesOfOne(request), "name");
        if (name.isBlank()) {
            throw Refusal.unprocessable("can't be blank", Values.pointer("name"));
        }
        Row renamed = store.update(TYPE, row, Json.object().put("name", name));
        return resources.documents().one(200, spec, renamed, request);
    }

    private Response delete(Request request) {
        Below.Parent parent = parent(request);
        parent.reach().mustDelete(parent.type(), parent.row());
        List<Row> doomed = Bodies.attributesOfAll(request).stream()
                .map(attributes -> attachment(parent, Bodies.idOf(attributes)))
                .toList();
        doomed.forEach(row -> store.delete(TYPE, row.id()));
        return resources.documents().many(200, spec, doomed, request);
    }

    private Response download(Request request) {
        Row row = store.table(TYPE).find(request.var("id")).orElseThrow(Refusal::notFound);
        callers.reach(request).mustSee(TYPE, row);
        String name = row.text("attachment-file-name").replaceAll("[^ -~]|[\"\\\\]", "_");
        String encoded = URLEncoder.encode(row.text("attachment-file-name"), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return Response.file(row.text("attachment-content-type"), bytes(row.text("content")))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"; filename*=UTF-8''" + encoded);
    }
}
