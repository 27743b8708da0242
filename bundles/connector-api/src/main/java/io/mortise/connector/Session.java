package io.mortise.connector;

import io.mortise.model.EntityType;
import io.mortise.model.Standing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** A conversation with one tenant of the vendor, as the tenant's own account or as one technician. */
@ConsumerType
public interface Session extends AutoCloseable {
    /** What this tenant can exchange, parents first, custom fields included. Asked at opening and once a day. */
    List<Lane> lanes() throws Fault;

    /**
     * Records of another product that this one hands through, as it does for its own screens: one more way to the same
     * record, never a second copy. A lane here is live only: it fetches, updates, reveals and lists below a record of this
     * system; it has no feeds, makes nothing and searches nothing, and nothing that it shows is linked. Ids are those that
     * the other product's own connector gives. Only for a technician's session: whoever isn't connected there gets none
     * (ASK_ADMIN).
     *
     * @param product the id of that connector
     */
    default List<Lane> routes(String product) throws Fault {
        return List.of();
    }

    /** Who am I here, and may I? Also "Test connection" and the first call after a pause. */
    default Standing standing() throws Fault {
        return Standing.of("", "");
    }

    /** The same for a colleague, where this account may ask. Empty: this vendor can't tell, or knows nobody so named. */
    default Optional<Standing> standing(String email) throws Fault {
        return Optional.empty();
    }

    /**
     * A call that came in the vendor's name, where {@link Descriptor#hook} says that it calls. Verifies it (ASK_ADMIN if it
     * isn't theirs) and asks nobody for that: the session is opened for this alone and its requests don't leave. A call is a
     * hint and no more. What was changed is read by the feeds of changes, so lost, doubled and late calls do no harm.
     *
     * @return the types whose changes are to be read now
     */
    default Set<EntityType> webhook(Http.Request call) throws Fault {
        return Set.of();
    }

    @Override
    default void close() {}
}
