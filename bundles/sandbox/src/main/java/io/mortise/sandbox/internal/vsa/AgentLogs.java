package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;
import java.util.stream.Stream;

/** The logs of an agent. Only what happens in this world is in them; the others are empty. */
final class AgentLogs {
    private static final List<String> EMPTY = List.of(
            "agentprocedure",
            "configurationchanges",
            "monitoractions",
            "networkstats",
            "remotecontrol",
            "legacyremotecontrol",
            "logmonitoring",
            "eventlog/application",
            "eventlog/system",
            "eventlog/security");

    private final Store store;
    private final Agents agents;

    AgentLogs(Store store, Agents agents) {
        this.store = store;
        this.agents = agents;
    }

    void addTo(Router routes, String base) {
        String logs = base + "/assetmgmt/logs/{agentId}/";
        routes.read(logs + "alarms", Refusal.answered(this::alarms));
        routes.read(logs + "agent", Refusal.answered(this::agent));
        for (String name : EMPTY) {
            routes.read(logs + name, Refusal.answered(this::nothing));
        }
    }

    private Response alarms(Request request) {
        String agent = agents.agent(request).id();
        return Pages.of(
                request,
                store.table("alarms").stream()
                        .filter(alarm -> alarm.text("AgentId").equals(agent))
                        .map(alarm -> event(alarm, alarm.text("AlarmSubject"))));
    }

    private Response agent(Request request) {
        return Pages.of(request, Stream.of(event(agents.agent(request), "Agent checked in for the first time")));
    }

    private Response nothing(Request request) {
        agents.agent(request);
        return Envelope.page(Json.array(), 0);
    }

    private static ObjectNode event(Row row, String event) {
        return Json.object().put("Time", row.createdAt().toString()).put("Event", event);
    }
}
