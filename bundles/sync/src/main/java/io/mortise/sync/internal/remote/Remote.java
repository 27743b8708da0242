package io.mortise.sync.internal.remote;

import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.model.Part;
import java.util.List;
import java.util.Optional;

/** One connected system as the engine sees it. Thread-safe; comes and goes as a whole. */
public interface Remote {
    /** The connection's id. */
    String id();

    /** What people call it. */
    String system();

    Part part();

    /** The connector's reading version. */
    int mapping();

    /** Two-way: changes made there count here. */
    boolean speaks();

    /** The connection's switch "link organizations of equal name". */
    boolean linksEqualNames();

    /** What admins have said about its words. */
    default Wording wording() {
        return Wording.NONE;
    }

    Timing timing();

    /** Its account isn't let in: an admin must mend that before it shows anything. */
    default boolean isRefused() {
        return false;
    }

    /**
     * Since when it answers, or since it is here; in milliseconds of the hub's clock. {@link Long#MAX_VALUE} while one call
     * after the other comes to nothing.
     */
    default long answersSince() {
        return 0;
    }

    /** What it can do with a type; only asked what there is, never called. */
    Optional<Lane> lane(String type);

    /** Names of the types it exchanges, parents first. */
    List<String> types();

    /** Calls the vendor, within budget and time; every failure is a {@link Fault}. */
    <R> R call(String type, Ask<R> ask) throws Fault;

    @FunctionalInterface
    interface Ask<R> {
        R of(Lane lane) throws Fault;
    }
}
