package io.mortise.sync.internal.remote;

import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor.Hook;
import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Session;
import io.mortise.model.EntityType;
import io.mortise.model.Outage;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls of a system, as its connector reads them. The system isn't asked, so it needn't be there. Thread-safe. */
public final class Incoming {
    private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);
    private final Connector connector;
    private final Lent lent;

    /** @param lent whose requests don't leave */
    Incoming(Connector connector, Lent lent) {
        this.connector = connector;
        this.lent = lent;
    }

    /** Empty if the system doesn't call. */
    public Optional<Hook> hook() {
        return connector.descriptor().hook();
    }

    /** Can a call prove that it is the system's? */
    public boolean isSigned() {
        return hook().map(hook -> !lent.secret(hook.secret()).reveal().isEmpty())
                .orElse(false);
    }

    /**
     * Verifies a call.
     *
     * @return the types whose changes it tells of
     */
    public Set<String> types(Request call) throws Fault {
        try (Session session = connector.open(lent)) {
            return session.webhook(call).stream().map(EntityType::name).collect(Collectors.toUnmodifiableSet());
        } catch (Outage ours) {
            throw ours;
        } catch (RuntimeException | LinkageError defect) {
            LOG.error("The connector of {} failed at a call", lent.account().id(), defect);
            throw Fault.of(Fault.Remedy.REPORT, "the connector failed: see the log", defect);
        }
    }
}
