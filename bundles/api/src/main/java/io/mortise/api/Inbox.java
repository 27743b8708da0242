package io.mortise.api;

import io.mortise.model.Choice;
import io.mortise.model.Entity;
import io.mortise.model.Ref;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What waits for a person: proposed matches, conflicts, records a vendor refuses, a pass that would change too much. */
@ProviderType
public interface Inbox {
    /** Only what concerns records the caller may see. @param kind none for all */
    Slice<Question> list(Caller caller, Optional<Kind> kind, Optional<String> after, int limit);

    /** One of the question's answers. STALE if it has been answered or has become pointless. Undone through the journal. */
    void answer(Caller caller, String question, String answer);

    enum Kind {
        MATCH,
        CONFLICT,
        REFUSED,
        BRAKE
    }

    /** @param sides the records or values in question, one for each system, as each shows it now */
    record Question(
            String id,
            Kind kind,
            Instant since,
            Optional<Ref> ref,
            String text,
            List<Side> sides,
            List<Choice> answers) {}

    record Side(String system, Entity shown, List<String> differs) {}
}
