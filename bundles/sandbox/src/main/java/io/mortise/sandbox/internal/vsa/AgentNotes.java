package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;

/** Notes that people leave on agents. A new one comes as a bare text, changes as a map of ids and texts. */
final class AgentNotes {
    private static final String NOTES = "agentnotes";

    private final Store store;
    private final Agents agents;

    AgentNotes(Store store, Agents agents) {
        this.store = store;
        this.agents = agents;
    }

    void addTo(Router routes, String base) {
        String root = base + "/assetmgmt/agent";
        routes.read(
                root + "/notes",
                Refusal.answered(r -> Pages.of(r, store.table(NOTES).stream().map(AgentNotes::view))));
        routes.write("POST", root + "/{agentId}/note", Refusal.answered(this::create));
        routes.write("PUT", root + "/notes", Refusal.answered(this::put));
        routes.write("DELETE", root + "/note/{note}", Refusal.answered(this::delete));
    }

    private static ObjectNode view(Row row) {
        ObjectNode view = Json.object().put("NoteId", row.id()).put("AgentId", row.text("AgentId"));
        return view.put("Note", row.text("Note"));
    }

    private Response create(Request request) {
        String text = request.json().asText();
        if (text.isBlank()) {
            throw new Refusal(400, "A note is a JSON string.");
        }
        ObjectNode note =
                Json.object().put("AgentId", agents.agent(request).id()).put("Note", text);
        return Envelope.result(TextNode.valueOf(store.insert(NOTES, note).id()));
    }

    private Response put(Request request) {
        request.jsonObject().properties().forEach(change -> {
            Row note = store.table(NOTES).find(change.getKey()).orElseThrow(() -> Refusal.unknown("Note"));
            store.update(
                    NOTES, note, Json.object().put("Note", change.getValue().asText()));
        });
        return Envelope.done();
    }

    private Response delete(Request request) {
        if (store.table(NOTES).find(request.var("note")).isEmpty()) {
            throw Refusal.unknown("Note");
        }
        store.delete(NOTES, request.var("note"));
        return Response.empty(204);
    }
}
