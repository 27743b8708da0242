package io.mortise.api;

import io.mortise.model.Field;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Answers for screens. Deciding isn't left to them: Records and Live ask the same questions again and refuse. */
@ProviderType
public interface Access {
    /** What this caller may do with this record: Mortise role ∩ role at the documentation system ∩ organization. */
    Allowed of(Caller caller, Ref ref);

    /** @param reasons why not, one sentence for people, for a field or a right that is missing */
    record Allowed(Set<Right> rights, Set<Field<?>> editable, java.util.Map<String, String> reasons) {
        public boolean may(Right right) {
            return rights.contains(right);
        }

        public boolean mayEdit(Field<?> field) {
            return editable.contains(field);
        }
    }

    /** How the caller stands with the system that plays this part. */
    Link link(Caller caller, Part part);

    record Link(State state, String system, Optional<String> role) {
        public enum State {
            /** No such system is connected, or it is switched off. */
            ABSENT,
            /** The tenant is connected, this person isn't. */
            NOT_CONNECTED,
            CONNECTED,
            /** It was, and doesn't answer or needs to be signed in again. */
            LOST
        }

        public boolean connected() {
            return state == State.CONNECTED;
        }
    }

    /** Is the record known at that system? Empty: not synced there. Otherwise its page in that system's own screens, if any. */
    Optional<At> at(Caller caller, Ref ref, Part part);

    record At(String system, Optional<java.net.URI> page) {}

    /** The platform itself, for a feature's background work: every organization, only these rights, named in the journal. */
    Caller task(String name, Set<Right> rights);
}
