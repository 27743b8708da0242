package io.mortise.sync.internal.remote;

import io.mortise.api.Connections.State;
import io.mortise.connector.Fault;
import java.util.Optional;

/** How a connection and its system get on, as the calls so far have shown. Thread-safe. */
public final class Contact {
    private volatile String refused = "";
    private volatile String forbidden = "";
    /** What another program says that answers at its address; "" if none does. */
    private volatile String stranger = "";

    private volatile boolean lost;
    private volatile boolean answered;
    private volatile boolean failed;

    /** @param forbids why it mustn't be called; empty if it may */
    void reached(Optional<String> forbids) {
        forbidden = forbids.orElse("");
        lost = false;
    }

    /** Nobody knows its host. */
    void lost() {
        lost = true;
        forbidden = "";
    }

    /** @param asked whether the system was asked for it; some sessions begin without */
    void succeeded(boolean asked) {
        if (!asked) return;
        refused = "";
        stranger = "";
        answered = true;
    }

    void failed(Fault fault, boolean asked) {
        boolean elsewhere = Stranger.refuses(fault);
        boolean admins = !elsewhere
                && (fault.remedy() == Fault.Remedy.SIGN_IN || Distrust.in(fault).isPresent());
        if (elsewhere || admins) {
            stranger = elsewhere ? fault.getMessage() : "";
            refused = admins ? fault.getMessage() : "";
        }
        if (elsewhere) return;
        switch (fault.remedy()) {
            case SIGN_IN -> {}
            case REPORT -> {
                failed = true;
                if (asked) answered = false; // whatever answers there now, it isn't understood
            }
            case RETRY, LOOK -> {
                if (fault.after().isZero()) failed = true;
                else if (asked) answered = true;
            }
            default -> answered |= asked;
        }
    }

    String trouble() {
        if (isForbidden()) return forbidden;
        return isStranger() ? stranger : refused;
    }

    /** Is its address one that mustn't be called? */
    public boolean isForbidden() {
        return !forbidden.isEmpty();
    }

    /** Did another program answer at its address? */
    public boolean isStranger() {
        return !stranger.isEmpty();
    }

    /** Does it not let our account in? */
    boolean isRefused() {
        return !refused.isEmpty();
    }

    /** Was its host unknown when it was called last? */
    public boolean isLost() {
        return lost;
    }

    /** One call that fails says nothing once others were answered. @param called false while it is left alone */
    State state(boolean called) {
        if (isForbidden() || lost || isStranger()) return State.UNREACHABLE;
        if (!refused.isEmpty()) return State.REFUSED;
        if (!called) return State.UNREACHABLE;
        if (answered) return State.CONNECTED;
        return failed ? State.UNREACHABLE : State.UNTESTED;
    }
}
