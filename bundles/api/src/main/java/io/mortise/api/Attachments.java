package io.mortise.api;

import io.mortise.model.Content;
import io.mortise.model.Entity;
import io.mortise.model.Ref;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Files that people give to tickets: kept here, sealed, before anything else is done with them, until the system that has
 * the ticket has them too, and for good where no system has it. What has arrived there is a record like any other
 * ({@link Records}, {@link Live#content}). Who may see the ticket may fetch its files; who may edit attachments may give,
 * throw away and try again. Refuses NOT_FOUND, DENIED, INVALID, FULL, NOT_CONNECTED or UNAVAILABLE. Thread-safe.
 */
@ProviderType
public interface Attachments {
    /**
     * Keeps a file on disk, then sends it with the caller's own login. Answers when the system has taken it, or after some
     * seconds with what is kept: it goes out by itself, once. What the system refuses while the caller waits isn't kept.
     * Closes {@code content}, whose length the caller bounds.
     *
     * @param once the same request again is answered with what the first one made
     */
    Given give(Caller caller, Ref ticket, Content content, Optional<Once> once);

    /** What of a ticket's files is kept here, in the order in which it was given. */
    List<Kept> kept(Caller caller, Ref ticket);

    /** The bytes of one that was given here, wherever it is by now. The caller closes it. */
    Content content(Caller caller, Ref ticket, String file);

    /** Throws away one that is kept here; not one that is being sent at this moment. */
    void discard(Caller caller, Ref ticket, String file);

    /** Sends one that is kept here now, with this caller's own login. Answers as {@link #give}. */
    Given retry(Caller caller, Ref ticket, String file);

    /** Where a file is that was given: a record, or kept here. One of the two is empty. */
    record Given(Optional<Entity> record, Optional<Kept> kept) {
        public static Given of(Entity record) {
            return new Given(Optional.of(record), Optional.empty());
        }

        public static Given of(Kept kept) {
            return new Given(Optional.empty(), Optional.of(kept));
        }
    }

    /**
     * @param id made here; no record has it
     * @param size in bytes
     * @param by who gave it
     * @param why it isn't there yet, in a sentence for people; "" where it is to stay here
     */
    record Kept(
            String id,
            Ref ticket,
            String name,
            String mime,
            long size,
            Instant at,
            String by,
            State state,
            String why) {
        public enum State {
            /** No system has its ticket: it is kept here for good. */
            HERE,
            /** It goes out by itself. */
            WAITING,
            /** The system has it, and shows it soon. */
            SENT,
            /** The system won't have it: it is tried again, or thrown away, at a person's word alone. */
            REFUSED
        }
    }
}
