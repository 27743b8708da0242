package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Custom fields of machines, and their values for each agent. */
final class CustomFields {
    private static final List<String> TYPES = List.of("string", "number", "datetime", "date", "time");
    private static final String FIELDS = "customfields";
    private static final String NAME = "FieldName";
    private static final String VALUE = "FieldValue";

    private final Store store;
    private final Agents agents;

    CustomFields(Store store, Agents agents) {
        this.store = store;
        this.agents = agents;
    }

    void addTo(Router routes, String base) {
        String assets = base + "/assetmgmt/assets";
        routes.read(
                assets + "/customfields",
                Refusal.answered(r -> Pages.of(r, store.table(FIELDS).stream().map(CustomFields::field))));
        routes.write("POST", assets + "/customfields", Refusal.answered(this::create));
        routes.write("PUT", assets + "/customfields/{field}", Refusal.answered(this::rename));
        routes.write("DELETE", assets + "/customfields/{field}", Refusal.answered(this::delete));
        routes.read(assets + "/{agentId}/customfields", Refusal.answered(this::values));
        routes.write("PUT", assets + "/{agentId}/customfields/{field}", Refusal.answered(this::set));
    }

    private static ObjectNode field(Row row) {
        return Json.object().put(NAME, row.text(NAME)).put("FieldType", row.text("FieldType"));
    }

    private Optional<Row> named(String name) {
        return store.table(FIELDS).stream()
                .filter(row -> row.text(NAME).equalsIgnoreCase(name))
                .findFirst();
    }

    private Row find(Request request) {
        return named(request.var("field")).orElseThrow(() -> Refusal.unknown("Custom field"));
    }

    private Response create(Request request) {
        KeyValues body = KeyValues.read(request);
        String type = body.required("FieldType").toLowerCase(Locale.ROOT);
        if (!TYPES.contains(type)) {
            throw new Refusal(400, "FieldType must be one of " + TYPES);
        }
        String name = free(body.required(NAME));
        store.insert(FIELDS, Json.object().put(NAME, name).put("FieldType", type));
        return Envelope.done();
    }

    private String free(String name) {
        if (named(name).isPresent()) {
            throw new Refusal(400, "Custom field " + name + " already exists");
        }
        return name;
    }

    private Response rename(Request request) {
        String name = free(KeyValues.read(request).required("NewFieldName"));
        store.update(FIELDS, find(request), Json.object().put(NAME, name));
        return Envelope.done();
    }

    private Response delete(Request request) {
        Row field = find(request);
        store.delete(FIELDS, field.id());
        for (Row value : List.copyOf(store.table("customvalues").rows())) {
            if (value.text("Field").equals(field.id())) {
                store.delete("customvalues", value.id());
            }
        }
        return Response.empty(204);
    }

    private Response values(Request request) {
        String agent = agents.agent(request).id();
        return Pages.of(
                request,
                store.table(FIELDS).stream()
                        .map(field -> field(field)
                                .put(
                                        VALUE,
                                        value(agent, field)
                                                .map(row -> row.text(VALUE))
                                                .orElse(null))));
    }

    private Optional<Row> value(String agent, Row field) {
        return store.table("customvalues").stream()
                .filter(row ->
                        row.text("AgentId").equals(agent) && row.text("Field").equals(field.id()))
                .findFirst();
    }

    private Response set(Request request) {
        String agent = agents.agent(request).id();
        Row field = find(request);
        ObjectNode fields = Json.object().put("AgentId", agent).put("Field", field.id());
        fields.put(VALUE, KeyValues.read(request).get(VALUE));
        value(agent, field)
                .ifPresentOrElse(
                        row -> store.update("customvalues", row, fields), () -> store.insert("customvalues", fields));
        return Envelope.done();
    }
}
