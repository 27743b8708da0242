package io.mortise.sync.internal.remote;

import io.mortise.connector.Connector;
import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.connector.Session;
import io.mortise.connector.Token;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions of one connection, each used by one thread at a time, behind one sign-in. A session that was used goes back
 * or is closed, however its use ended. Thread-safe.
 */
final class Sessions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private final Connector connector;
    private final SignIn signIn;
    private final Function<Token, Lent> lend;
    private final ConcurrentLinkedDeque<Open> idle = new ConcurrentLinkedDeque<>();
    private volatile Map<String, Lane> lanes = Map.of();
    private volatile boolean closed;

    /** @param lanes by the names of their types, parents first */
    record Open(Session session, Map<String, Lane> lanes, Token token) {}

    @FunctionalInterface
    interface Use<R> {
        R of(Open open) throws Fault;
    }

    Sessions(Connector connector, SignIn signIn, Function<Token, Lent> lend) {
        this.connector = connector;
        this.signIn = signIn;
        this.lend = lend;
    }

    /** What the session that was opened last can do; empty before the first. */
    Map<String, Lane> lanes() {
        return lanes;
    }

    /** If the token isn't accepted, once more with a new one. */
    <R> R use(Use<R> use) throws Fault {
        Open open = take();
        try {
            return used(open, use);
        } catch (Fault fault) {
            if (fault.remedy() != Fault.Remedy.SIGN_IN) throw fault;
            signIn.reject(open.token);
        }
        Open fresh = take();
        try {
            return used(fresh, use);
        } catch (Fault fault) {
            if (fault.remedy() == Fault.Remedy.SIGN_IN) signIn.reject(fresh.token);
            throw fault;
        }
    }

    private <R> R used(Open open, Use<R> use) throws Fault {
        boolean sound = false;
        try {
            R answer = use.of(open);
            sound = true;
            return answer;
        } catch (Fault fault) {
            sound = fault.remedy() != Fault.Remedy.SIGN_IN;
            throw fault;
        } finally {
            if (sound) give(open);
            else close(open.session);
        }
    }

    private Open take() throws Fault {
        Token token = signIn.token();
        for (Open open = idle.poll(); open != null; open = idle.poll()) {
            if (open.token == token) return open;
            close(open.session);
        }
        return open(token);
    }

    private Open open(Token token) throws Fault {
        Session session = connector.open(lend.apply(token));
        Map<String, Lane> here = new LinkedHashMap<>();
        boolean sound = false;
        try {
            session.lanes().forEach(lane -> here.put(lane.type().name(), lane));
            sound = true;
        } finally {
            if (!sound) close(session);
        }
        lanes = here;
        return new Open(session, here, token);
    }

    private void give(Open open) {
        idle.push(open);
        if (closed) drain();
    }

    private void drain() {
        for (Open open = idle.poll(); open != null; open = idle.poll()) close(open.session);
    }

    private static void close(Session session) {
        try {
            session.close();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("A session didn't close", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        drain();
    }
}
