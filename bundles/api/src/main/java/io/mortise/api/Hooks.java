package io.mortise.api;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The connected systems' own calls, which say that something has changed there. Made by sync, asked by web for whoever
 * calls. A call is a hint and no more: what was changed is read from the system itself. Thread-safe.
 */
@ProviderType
public interface Hooks {
    /** Bytes that a call may have. */
    int LARGEST = 256 << 10;

    /**
     * Verifies a call and returns; what follows from it happens later, within the system's limits. Never throws for what
     * the call holds.
     *
     * @param connection by its id, of one that there is or of none
     * @param from the caller's address, by which calls that are refused are counted
     */
    Verdict take(String connection, String from, Call call);

    enum Verdict {
        TAKEN,
        /** There is no such connection, it is switched off, it takes no calls, or this isn't signed as its own are. */
        REFUSED,
        /** Too many that prove nothing, or that were refused. */
        TOO_MANY
    }

    /** @param headers by their names, whose case doesn't matter */
    record Call(Map<String, String> headers, byte[] body) {
        /** What it holds is nobody's to log. */
        @Override
        public String toString() {
            return "a call of " + body.length + " bytes";
        }
    }
}
