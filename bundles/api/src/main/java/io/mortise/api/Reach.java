package io.mortise.api;

import io.mortise.model.Ref;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Whose tickets a person may know of. While a documentation system is connected, its access rules are the upper bound: a
 * person sees the tickets of those customers that it shows to the person's own login there. Made by sync, asked by records
 * at each reading. Blocks for some seconds at most, where nothing is known yet. Thread-safe.
 */
@ProviderType
public interface Reach {
    Customers of(Caller caller);

    /** Tickets, and what lies below tickets, that this caller mustn't know of; of all others nothing is said. */
    Set<Ref> hidden(Caller caller, Collection<Ref> refs);

    /**
     * @param some ids of organizations here; empty: all of them, and what belongs to none
     * @param why it isn't all, in a sentence that says what to do; "" otherwise
     */
    record Customers(Optional<Set<String>> some, String why) {
        public static final Customers ALL = new Customers(Optional.empty(), "");

        public Customers {
            some = some.map(Set::copyOf);
        }

        public boolean areAll() {
            return some.isEmpty();
        }

        public boolean have(String organization) {
            return some.map(ids -> ids.contains(organization)).orElse(true);
        }
    }
}
