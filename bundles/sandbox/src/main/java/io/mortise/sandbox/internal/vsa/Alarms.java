package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;
import java.util.function.Predicate;

/** Alarms of agents: all of them, or those that are new since this session last asked for new ones. */
final class Alarms {
    static final int OPEN = 1;
    static final List<String> FIELDS = Views.names("AgentId AlarmSubject MonitorAlarmStateId Message Notes");

    private final Store store;
    private final Views views;
    private final Access access;
    private final Sessions sessions;

    Alarms(Store store, Views views, Access access, Sessions sessions) {
        this.store = store;
        this.views = views;
        this.access = access;
        this.sessions = sessions;
    }

    void addTo(Router routes, String base) {
        String alarm = base + "/assetmgmt/alarms/{alarm}";
        routes.read(alarm, Refusal.answered(this::read));
        routes.write("PUT", alarm + "/close", Refusal.answered(this::close));
    }

    private Response read(Request request) {
        return switch (request.var("alarm")) {
            case "true" -> list(request, row -> true);
            case "false" -> fresh(request);
            default -> Envelope.result(view(find(request)));
        };
    }

    private Response fresh(Request request) {
        Session session = sessions.of(request).orElseThrow(() -> Refusal.unknown("Session"));
        long shown = session.alarmsShown();
        store.table("alarms").stream()
                .mapToLong(row -> Long.parseLong(row.id()))
                .forEach(session::alarmsShown);
        return list(request, row -> Long.parseLong(row.id()) > shown);
    }

    private Response list(Request request, Predicate<Row> which) {
        Predicate<Row> seen = access.sees(request);
        return Pages.of(
                request,
                store.table("alarms").stream()
                        .filter(which)
                        .filter(row -> agent(row, seen))
                        .map(this::view));
    }

    private boolean agent(Row alarm, Predicate<Row> seen) {
        return store.table("agents").find(alarm.text("AgentId")).map(seen::test).orElse(true);
    }

    private Row find(Request request) {
        Row alarm = store.table("alarms").find(request.var("alarm")).orElseThrow(() -> Refusal.unknown("Alarm"));
        if (!agent(alarm, access.sees(request))) {
            throw Refusal.denied();
        }
        return alarm;
    }

    private Response close(Request request) {
        ObjectNode changes = Json.object().put("MonitorAlarmStateId", Guesses.CLOSED_ALARM);
        changes.put("Notes", KeyValues.read(request).get("notes"));
        store.update("alarms", find(request), changes);
        return Envelope.done();
    }

    private ObjectNode view(Row row) {
        ObjectNode view = Json.object().put("AlarmId", row.id()).put("AgentId", row.text("AgentId"));
        Row agent = store.table("agents").find(row.text("AgentId")).orElse(null);
        view.put("agentName", agent == null ? "" : views.agentName(agent));
        view.put("MachineGroup", agent == null ? "" : views.group(agent));
        view.put("AlarmSubject", row.text("AlarmSubject"));
        view.put("MonitorAlarmStateId", row.get("MonitorAlarmStateId").asInt(OPEN));
        if (Guesses.ALARM_HAS_MESSAGE) {
            view.put("Message", row.text("Message"));
            view.put("EventTime", row.createdAt().toString());
        }
        return view;
    }
}
