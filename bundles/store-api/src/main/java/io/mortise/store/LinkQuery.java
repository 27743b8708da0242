package io.mortise.store;

import java.util.Optional;
import java.util.Set;

/**
 * Which links; each part narrows.
 *
 * @param type "" for all
 * @param states empty for all
 * @param parent the vendor's id of the parent
 * @param asking only those that wait for a person
 */
public record LinkQuery(
        String connection, String type, Set<Link.State> states, Optional<String> parent, boolean asking) {
    public LinkQuery {
        states = Set.copyOf(states);
    }

    /** @param connection "" for all */
    public static LinkQuery of(String connection, String type, Link.State... states) {
        return new LinkQuery(connection, type, Set.of(states), Optional.empty(), false);
    }

    public LinkQuery under(String parentRemoteId) {
        return new LinkQuery(connection, type, states, Optional.of(parentRemoteId), asking);
    }

    public LinkQuery thatAsk() {
        return new LinkQuery(connection, type, states, parent, true);
    }
}
