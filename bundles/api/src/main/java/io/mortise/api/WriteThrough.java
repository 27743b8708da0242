package io.mortise.api;

import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Brings a person's edit to the vendors at once. Made by sync, called by records after the edit is committed. */
@ProviderType
public interface WriteThrough {
    /**
     * Blocks until every system that takes the record has answered, or {@code atMost} has passed; what is late goes on
     * by itself.
     *
     * @param fields names of those that the person gave: what is told is told of them
     */
    Pushed push(Ref ref, Set<String> fields, Duration atMost);

    /**
     * @param at one entry for each system that takes one of the fields, or that the record has yet to reach
     * @param refusedByOwner a system that decides about one of the values won't have it
     */
    record Pushed(List<Records.Saved.At> at, boolean refusedByOwner) {}

    /**
     * What the systems' own lists offer for a field, in the hub's words. Blocks until all have answered, or {@code atMost}
     * has passed; one that is late is left out and asked again the next time. Absent when none of the systems that are
     * there keeps a list of it.
     *
     * @param given of a list that each customer has of its own ({@link Field#listedIn}), whose it is; none are offered
     *     without
     */
    Optional<List<Choice>> choices(EntityType type, Field<Choice> field, Fields given, Duration atMost);

    /** What people call the system of a connection; the connection's id while its connector is away. */
    String system(String connection);

    /** The part that a connection plays, its connector running or not; empty if it was never here. */
    Optional<Part> part(String connection);
}
