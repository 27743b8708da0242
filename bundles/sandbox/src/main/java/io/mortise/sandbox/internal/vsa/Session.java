package io.mortise.sandbox.internal.vsa;

import java.time.Instant;

/** An open session: whose it is, and which alarms it has been shown. Guarded by the store. */
final class Session {
    private final String user;
    private final Instant end;
    private long alarmsShown;

    Session(String user, Instant end) {
        this.user = user;
        this.end = end;
    }

    String user() {
        return user;
    }

    Instant end() {
        return end;
    }

    long alarmsShown() {
        return alarmsShown;
    }

    void alarmsShown(long highest) {
        alarmsShown = Math.max(alarmsShown, highest);
    }
}
