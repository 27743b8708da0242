package io.mortise.sandbox.internal.vsa;

import io.mortise.sandbox.internal.state.Row;

/** Choices where the behaviour of VSA 9 is not documented. A connector must not rely on any of them. */
final class Guesses {
    /** A session; 30 minutes is the default logon policy. */
    static final int SESSION_MINUTES = 30;

    /** An online agent checked in within so many seconds. */
    static final int CHECK_IN_SECONDS = 300;

    /** The functions that a role lacks, by the word that begins a part of their paths; how roles hold them isn't known. */
    static final String DENIED_FUNCTIONS = "Denied";

    /** The state of an alarm that is closed; only that 1 is open is known. */
    static final int CLOSED_ALARM = 2;

    /** An alarm shows Message and EventTime over REST, as it does over SOAP. */
    static final boolean ALARM_HAS_MESSAGE = true;

    /** What a user with a second factor is told who signs in by the API. */
    static final String MFA_NEEDED = "Two-factor authentication is required";

    private Guesses() {}

    /** The audit's AgentGuid. */
    static String agentGuid(Row agent) {
        return agent.id();
    }
}
