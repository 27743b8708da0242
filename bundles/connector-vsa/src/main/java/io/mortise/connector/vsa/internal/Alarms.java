package io.mortise.connector.vsa.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Feed.Query;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Sight;
import io.mortise.model.Alert;
import io.mortise.model.Choice;
import io.mortise.model.Configuration;
import io.mortise.model.Field;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Open alarms of machines. The list of all is asked for, never that of new ones: what is new there counts from the
 * session's last question, so that an answer that doesn't arrive would be lost. A closed alarm is one that has gone.
 */
final class Alarms {
    private static final String ORDER = "AlarmId";
    private static final String LIST = "/assetmgmt/alarms/true";
    private static final String OPEN = "MonitorAlarmStateId eq 1M";
    private static final long IS_OPEN = 1;
    /** MonitorType, counted from 0. */
    private static final List<String> MONITORS =
            List.of("Counter", "Service", "Process", "SNMP", "Alert", "System check", "External");

    static final Mapping MAPPING = Mapping.empty()
            .ref(Alert.PARENT, "AgentId", Configuration.TYPE)
            .shown(Alert.TITLE, "AlarmSubject")
            .shown(Alert.MESSAGE, "Message")
            .shown(Alert.MONITOR, "MonitorType", Alarms::monitor)
            .shown(Alert.STATE, "MonitorAlarmStateId", Alarms::state)
            .shown(Alert.NUMBER, "TicketID")
            .shownMoment(Alert.RAISED_AT, "EventTime");

    private final Vsa vsa;
    private final Sight sight = new Sight(Alert.TYPE, row -> Ids.read(row.at("AlarmId")), this::observe);

    Alarms(Vsa vsa) {
        this.vsa = vsa;
    }

    Lane lane() {
        return Lane.of(Alert.TYPE).feeds(Feed.sweep(this::sweep).passing()).fetch(this::fetch);
    }

    private Page sweep(Query q) throws Fault {
        Request open = Request.get(Vsa.ROOT + LIST).query("$filter", OPEN);
        return vsa.sweep(q, open, ORDER, rows -> sight.list(rows.items()));
    }

    private Observation fetch(String id) throws Fault {
        Json alarm = vsa.one(Request.get(Vsa.ROOT + "/assetmgmt/alarms/{id}", id));
        boolean closed = !alarm.at("MonitorAlarmStateId").isNone()
                && alarm.at("MonitorAlarmStateId").number(0) != IS_OPEN;
        if (closed) throw Fault.of(Fault.Remedy.FORGET, "This alarm is closed");
        return sight.fetched(alarm);
    }

    private Observation observe(Json row, Consumer<Field<?>> unread) {
        return Observation.of(Alert.TYPE, Ids.read(row.at("AlarmId")).orElseThrow(), MAPPING.read(row, unread));
    }

    private static Optional<String> monitor(Json row) {
        return row.at("MonitorType")
                .plain()
                .text()
                .map(number -> number.matches("[0-6]") ? MONITORS.get(Integer.parseInt(number)) : number);
    }

    /** The numbers of other states aren't published. */
    private static Optional<Choice> state(Json row) {
        return row.at("MonitorAlarmStateId")
                .plain()
                .text()
                .map(number -> new Choice(number, number.equals("1") ? "Open" : number));
    }
}
