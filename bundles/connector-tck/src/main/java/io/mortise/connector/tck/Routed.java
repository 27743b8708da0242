package io.mortise.connector.tck;

import io.mortise.connector.Fault;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import java.util.Optional;

/** What a vendor's test knows of another product's records that its system hands through. */
public interface Routed {
    /** The connector whose ids are used. */
    String product();

    /** A record that can be reached; empty if none of this type is fetched or revealed. */
    Optional<String> id(EntityType type) throws Fault;

    /** What the lists of this type are asked below; empty if it has none. */
    Optional<Ref> above(EntityType type) throws Fault;

    /** An edit of a record that can be reached. */
    Fields edit(EntityType type);
}
