package io.mortise.connector.bms.internal;

import io.mortise.connector.Lane;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.model.Alert;
import io.mortise.model.Choice;
import java.util.Optional;

/** The alarms that came again while their ticket was open. Their lists are shown by name alone. */
final class Alerts {
    private static final String LIST = "/v2/servicedesk/tickets/{ticket}/relatedalerts";

    static final Mapping MAPPING = Mapping.empty()
            .shown(Alert.TITLE, "Title")
            .shown(Alert.MESSAGE, "Details")
            .shown(Alert.MONITOR, "MonitorType")
            .shown(Alert.STATE, "StatusName", row -> named(row, "StatusName"))
            .shown(Alert.PRIORITY, "PriorityName", row -> named(row, "PriorityName"))
            .shown(Alert.NUMBER, "TicketNumber")
            .shownMoment(Alert.RAISED_AT, "CreatedOn");

    private Alerts() {}

    static Lane lane(Bms bms) {
        BelowTicket below = new BelowTicket(bms, Alert.TYPE, Alert.PARENT, LIST, false, MAPPING);
        return Lane.of(Alert.TYPE).feeds(below.feed()).fetch(below::listed);
    }

    private static Optional<Choice> named(Json row, String name) {
        return row.at(name).plain().text().map(label -> new Choice(label, label));
    }
}
