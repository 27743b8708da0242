package io.mortise.api;

import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Everything that ever happened to a record, append-only. Activity log, revisions, audit and "why" are readings of it. */
@ProviderType
public interface Journal {
    /** Newest first, as far as the caller may see; values of secrets are never in it. */
    Slice<Entry> of(Caller caller, Ref ref, Optional<String> after, int limit);

    /** The entry that gave the field its present value. Its text names the sources, the rule and the loser. */
    Optional<Entry> why(Caller caller, Ref ref, Field<?> field);

    /** Something a feature wants remembered besides edits: "timer discarded", "template imported". */
    void tell(Caller caller, Ref ref, String event, String text);

    /**
     * @param event "edit", "reveal", "match", … or a feature's own
     * @param before the fields changed, as they were; for undo, give them to {@link Records#edit}
     * @param source the system it came from; "mortise" for this one
     * @param by the person, as that system names them; "" if it doesn't tell
     * @param text one sentence for people
     */
    record Entry(
            Instant at, Ref ref, String event, Fields before, Fields after, String source, String by, String text) {}
}
