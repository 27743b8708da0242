package io.mortise.sync.internal.remote;

import io.mortise.api.Connections.State;
import io.mortise.connector.Fault;
import io.mortise.model.Outage;
import io.mortise.sync.internal.pace.Breaker;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands before each call of a system, and learns from how it ends: whether the system is to be left alone, and how
 * the two get on. Whatever a connector throws, its classes being gone included, leaves here as a {@link Fault}; an
 * {@link Outage} is ours and passes. Thread-safe.
 */
final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private final String connection;
    private final Supplier<String> system;
    private final Origin origin;
    private final Sent sent;
    private final Breaker breaker;
    private volatile Contact contact = new Contact();
    private volatile boolean closed;

    /**
     * @param connection as the log names it
     * @param system as people call it
     */
    Guard(String connection, Supplier<String> system, Origin origin, Sent sent, Clock clock) {
        this.connection = connection;
        this.system = system;
        this.origin = origin;
        this.sent = sent;
        this.breaker = new Breaker(clock, Duration.ofSeconds(30));
    }

    <R> R call(Sessions sessions, Sessions.Use<R> use) throws Fault {
        if (closed) throw Fault.of(Fault.Remedy.RETRY, system.get() + " has just been disconnected");
        Optional<Duration> rest = breaker.closedFor();
        if (rest.isPresent()) throw slow(rest.get());
        sent.begin();
        Runnable tell = breaker::notAsked;
        try {
            reach();
            R answer = sessions.use(use);
            tell = breaker::answered;
            contact.succeeded(sent.any());
            return answer;
        } catch (Fault fault) {
            boolean asked = sent.any();
            tell = outcome(fault, asked);
            contact.failed(fault, asked);
            throw fault;
        } catch (Outage ours) {
            throw ours;
        } catch (RuntimeException | LinkageError defect) {
            if (sent.any()) tell = breaker::answered;
            LOG.error("The connector of {} failed", connection, defect);
            throw Fault.of(Fault.Remedy.REPORT, system.get() + "'s connector failed: see the log", defect);
        } finally {
            tell.run();
        }
    }

    /** Wherever it may not be called, an admin must know; that nobody knows the host is silence. */
    private void reach() throws Fault {
        try {
            contact.reached(origin.forbidden());
        } catch (Fault unknown) {
            contact.lost();
            throw unknown;
        }
        if (contact.isForbidden())
            throw Fault.of(Fault.Remedy.RETRY, contact.trouble()).about(Fault.ADDRESS);
    }

    private Fault slow(Duration rest) {
        Fault wait = Fault.slowDown(rest, true);
        return Fault.of(Fault.Remedy.RETRY, system.get() + " is left alone for a while: " + silence(), wait);
    }

    /** Our own limits, and what a connector refuses to send, say nothing of the vendor. */
    private Runnable outcome(Fault fault, boolean asked) {
        if (contact.isForbidden()) return breaker::notAsked;
        boolean silent =
                fault.after().isZero() && (fault.remedy() == Fault.Remedy.RETRY || fault.remedy() == Fault.Remedy.LOOK);
        if (silent) return () -> breaker.silent(fault.getMessage());
        return asked ? breaker::answered : breaker::notAsked;
    }

    /** From now on no call is made. */
    void close() {
        closed = true;
    }

    Contact contact() {
        return contact;
    }

    /** Before it is used. @param before how it and its system got on when it was open the last time */
    void contact(Contact before) {
        contact = before;
    }

    State state() {
        return contact.state(silence().isEmpty());
    }

    /** As {@link Breaker#answersSince}. */
    long answersSince() {
        return breaker.answersSince();
    }

    /** Why the system is left alone, in words; "" while calls are made. */
    String silence() {
        return breaker.trouble();
    }
}
