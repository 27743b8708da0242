package io.mortise.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What ties a record of the hub to a vendor's record, or waits to. (connection, type, remote id) and (connection,
 * record) are unique where they are present.
 *
 * @param id made by {@link Store#newId}
 * @param remoteId the vendor's id; none before it has been created there
 * @param record the id of our record; none while it is only found
 * @param parent the vendor's id of the record that it lies within there; "" for none
 * @param fingerprint of what the vendor last showed: an equal one needs no further look
 * @param page where a person sees it in the vendor's screens; "" if nowhere
 * @param trouble why it isn't in sync, in a sentence for people; "" when it is
 * @param asks whether it waits for a person
 * @param syncedAt when both sides last agreed
 * @param memory what the engine remembers of it, in the engine's own JSON
 */
public record Link(
        String id,
        String connection,
        String type,
        Optional<String> remoteId,
        Optional<String> record,
        State state,
        String parent,
        String fingerprint,
        String page,
        Sync sync,
        String trouble,
        Asks asks,
        Optional<Instant> syncedAt,
        String memory) {
    public Link {
        remoteId = remoteId.map(Text::keepable);
        parent = Text.keepable(parent);
        fingerprint = Text.keepable(fingerprint);
        page = Text.keepable(page);
        trouble = Text.keepable(trouble);
        memory = Text.keepableJson(memory);
        syncedAt = syncedAt.map(t -> t.truncatedTo(ChronoUnit.MILLIS));
    }

    public enum State {
        /** Our record, not there (yet). */
        ABSENT,
        /** Their record, not matched (yet). */
        FOUND,
        /** A create that may be under way: its body is frozen. */
        INTENT,
        LINKED,
        /** It was there and is gone; never made anew. */
        GONE
    }

    /** What people see beside a record. */
    public enum Sync {
        SYNCED,
        SYNCING,
        NOT_YET_PUSHED,
        ORPHANED,
        DISABLED,
        ERROR
    }

    /** What a person is asked. */
    public enum Asks {
        NOTHING,
        MATCH,
        CONFLICT,
        REFUSED
    }
}
