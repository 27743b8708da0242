package io.mortise.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The sync at work: progress, a first plan to approve, pause, and the manual run. */
@ProviderType
public interface Runs {
    List<Lag> now(Caller caller);

    /** What a first sync would match, create and update, and what it would cost. Writes nothing. */
    Plan plan(Caller caller, String connection);

    /** Reads everything anew and writes what differs; a second press writes nothing. A plan, if given, is kept to. */
    void start(Caller caller, String connection, Optional<Plan> approved);

    /** @param type none for all types */
    void pause(Caller caller, String connection, Optional<String> type, boolean paused);

    /** Runs that have ended, and those that go on, newest first. */
    Slice<Run> past(Caller caller, Optional<String> connection, Optional<String> after, int limit);

    enum State {
        /** Waits for its next turn. */
        IDLE,
        RUNNING,
        PAUSED,
        /** The vendor is left alone for a while; see the error. */
        BROKEN,
        /** An admin must do something; see the error. */
        BLOCKED
    }

    /**
     * One type at one connection, as it stands.
     *
     * @param fresh when all that the vendor shows was last known to be here; empty before the first pass has ended
     * @param every the interval between two passes
     * @param of the vendor's own count of the pass that runs, if it tells
     * @param counts of the pass that runs or ran last
     * @param waiting records that a person must match or correct
     * @param unsent records that this system hasn't been given all of yet
     * @param budgets what was spent of the vendor's limits that this type's requests count against, the scarcest first
     * @param inside how far it has been read, where it is read record by record below those of another type
     * @param ready when all that is left to read, and what is being sent, will be done at the present pace; empty if
     *     nothing is, and while nobody knows
     * @param error the last one, in words; "" when all is well
     */
    record Lag(
            String connection,
            String system,
            String type,
            State state,
            Optional<Instant> fresh,
            Duration every,
            Optional<Long> of,
            Counts counts,
            long waiting,
            long unsent,
            List<Budget> budgets,
            Optional<Inside> inside,
            Optional<Instant> ready,
            String error) {}

    /**
     * @param type whose records it lies below; "record" if of several
     * @param read how many of them have had their inside read
     */
    record Inside(String type, long read, long all) {}

    record Counts(long seen, long created, long updated, long unchanged, long failed) {
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    }

    /**
     * Requests of the last window.
     *
     * @param route as the vendor counts them apart; "" if it counts the whole account
     * @param left of the limit; 0 as well while the vendor wants to be left alone
     * @param limit our share of what the vendor allows in each window
     */
    record Budget(String route, long used, long left, long limit, Duration window) {}

    /** @param ended empty while it runs */
    record Run(
            String id,
            String connection,
            String system,
            String type,
            Instant started,
            Optional<Instant> ended,
            Counts counts,
            String error) {}

    record Plan(String token, String connection, List<Step> steps, long requests, Duration time) {}

    record Step(String type, long matched, long create, long update, long conflicts) {}
}
