package io.mortise.sandbox.internal.continuum;

import java.util.Map;

/** Choices where the behaviour of ConnectWise RMM is not documented. A connector must not rely on any of them. */
final class Guesses {
    /** So many requests in so many seconds over all endpoints; the vendor publishes no numbers. */
    static final int REQUESTS = 500;

    static final int SECONDS = 300;

    static final int TOKEN_SECONDS = 3_599;

    /** As OAuth has it; the vendor's own statuses at the token endpoint are not published. */
    static final int WRONG_CLIENT = 401;

    static final int WRONG_SCOPE = 400;
    static final int NO_SCOPE = 403;

    /** Requests for devices without {@code X-Request-ID} are refused: the header is documented as required there. */
    static final boolean REQUEST_ID_NEEDED = true;

    /** An assignee carries a name beside its id; only the id is documented. */
    static final boolean ASSIGNEE_HAS_NAME = true;

    /** The state of an address by its name, not by its code. */
    static final boolean STATE_BY_NAME = true;

    /** Families of endpoints; documented are Desktop, Server and Firewall as examples. */
    static final Map<String, String> ENDPOINT_TYPES = Map.of(
            "workstation", "Desktop",
            "laptop", "Desktop",
            "server", "Server",
            "firewall", "Firewall",
            "switch", "Switch",
            "printer", "Printer",
            "access-point", "AccessPoint");

    /** A filter by summary finds a part of it. */
    static final boolean SUMMARY_BY_PART = true;

    /** The scopes of tickets; the wire names them {@code platform.tickets.*}. */
    static final String READ_TICKETS = "platform.tickets.read";

    static final String CREATE_TICKETS = "platform.tickets.create";
    static final String UPDATE_TICKETS = "platform.tickets.update";

    private Guesses() {}
}
