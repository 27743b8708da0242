package io.mortise.sandbox.internal.world;

/** The id of the agent on a machine, which VSA gives and BMS may know: fifteen digits. */
public final class AgentIds {
    private static final long FIRST = 418_302_715_000_000L;

    private AgentIds() {}

    public static String agent(int company, int machine) {
        return Long.toString(FIRST + company * 100_003L + machine * 17L);
    }

    /** The id of a second agent on the same machine, left behind by a reinstallation. */
    public static String leftover(int company, int machine) {
        return Long.toString(FIRST + company * 100_003L + machine * 17L + 9);
    }
}
