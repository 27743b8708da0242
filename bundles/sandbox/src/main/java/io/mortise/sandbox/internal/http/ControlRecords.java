package io.mortise.sandbox.internal.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Table;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** The records of the control API: raw reads, and edits as a person makes them in the vendor's own screens. */
final class ControlRecords {
    private static final int USUAL_PAGE = 100;

    private final Vendor vendor;

    ControlRecords(Vendor vendor) {
        this.vendor = vendor;
    }

    void addTo(Router routes) {
        routes.read(
                "/_sandbox/records",
                request -> Control.ok(Json.value(vendor.store().tables().keySet())));
        routes.read("/_sandbox/records/{type}", this::list);
        routes.call("POST", "/_sandbox/records/{type}", this::create);
        routes.read("/_sandbox/records/{type}/{id}", request -> withRow(request, row -> Control.ok(raw(request, row))));
        routes.call("PATCH", "/_sandbox/records/{type}/{id}", request -> withRow(request, row -> change(request, row)));
        routes.call(
                "DELETE", "/_sandbox/records/{type}/{id}", request -> withRow(request, row -> delete(request, row)));
    }

    private Response list(Request request) {
        String type = request.var("type");
        if (!vendor.store().has(type)) {
            return noType(type);
        }
        int limit = Control.number(request, "limit", USUAL_PAGE);
        String text = request.query().get("q").orElse("").toLowerCase(Locale.ROOT);
        Table table = vendor.store().table(type);
        ArrayNode items = Json.array();
        String next = null;
        Iterator<Row> rows =
                table.after(request.query().get("after").orElse("")).iterator();
        while (rows.hasNext() && next == null) {
            Row row = rows.next();
            if (row.fields().toString().toLowerCase(Locale.ROOT).contains(text)) {
                if (items.size() == limit) {
                    next = items.isEmpty() ? "" : items.get(limit - 1).get("id").asText();
                } else {
                    items.add(raw(request, row));
                }
            }
        }
        ObjectNode page = Json.object();
        page.set("items", items);
        return Control.ok(page.put("next", next));
    }

    private Response create(Request request) {
        String type = request.var("type");
        if (!vendor.store().has(type)) {
            return noType(type);
        }
        Row row = vendor.person().create(type, known(type, request.jsonObject()));
        return Control.json(201, raw(request, row));
    }

    private Response change(Request request, Row row) {
        String type = request.var("type");
        Row changed = vendor.person().change(type, row, known(type, request.jsonObject()));
        return Control.ok(raw(request, changed));
    }

    private Response delete(Request request, Row row) {
        vendor.person().delete(request.var("type"), row);
        return Response.empty(204);
    }

    private Response withRow(Request request, Function<Row, Response> action) {
        String type = request.var("type");
        if (!vendor.store().has(type)) {
            return noType(type);
        }
        return vendor.store()
                .table(type)
                .find(request.var("id"))
                .map(action)
                .orElseGet(() -> Control.problem(404, "There is no " + type + " " + request.var("id")));
    }

    private Response noType(String type) {
        return Control.problem(
                404,
                "There is no record type " + type + "; there are "
                        + vendor.store().tables().keySet());
    }

    /** A mistyped name would otherwise look like a change that the product failed to carry over. */
    private ObjectNode known(String type, ObjectNode fields) {
        Set<String> names = vendor.person().fields(type);
        fields.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw new BadRequest(type + " has no field " + name + "; it has " + names);
            }
        });
        return fields;
    }

    private ObjectNode raw(Request request, Row row) {
        ObjectNode json = Json.object().put("id", row.id());
        json.put("createdAt", row.createdAt().toString());
        json.put("updatedAt", row.updatedAt().toString());
        vendor.pagePath(request.var("type"), row.id()).ifPresent(path -> json.put("url", request.site() + path));
        json.set("fields", row.fields());
        return json;
    }
}
