package io.mortise.connector.bms.internal;

import io.mortise.connector.Connection;
import io.mortise.connector.http.Json;
import java.util.Optional;

/**
 * Which RMM a ticket or a machine comes from, told by the number of its integration. Kaseya publishes VSA's alone; Continuum's is what the
 * admin says.
 *
 * @param continuum as the admin wrote it; "" if that isn't known
 */
record Rmms(String continuum) {
    private static final String VSA = "2";
    /** Not BMS's: what the admin's number means. */
    private static final String NAMED = "@rmm";

    static Rmms of(Connection c) {
        return new Rmms(c.setting("continuum").strip());
    }

    /** A ticket of the admin's number has the RMM's name in it. */
    Json named(Json ticket) {
        return !continuum.isEmpty() && number(ticket).equals(continuum) ? ticket.with(NAMED, "continuum") : ticket;
    }

    static Optional<String> read(Json ticket) {
        return isVsa(ticket) ? Optional.of("vsa") : ticket.at(NAMED).text();
    }

    static boolean isVsa(Json row) {
        return number(row).equals(VSA);
    }

    private static String number(Json row) {
        return row.at("IntegrationTypeId").plain().text().orElse("");
    }
}
