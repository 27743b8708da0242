package io.mortise.api;

import io.mortise.model.Content;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.Secret;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Things asked of the owning system this moment, with the caller's own login, and kept nowhere. Blocks for up to 10 s,
 * an upload for 40. Each call is in the journal, a refused one too, never with a value. Refuses NOT_CONNECTED, DENIED or
 * UNAVAILABLE; but for refresh, never falls back to the tenant's account. Thread-safe.
 */
@ProviderType
public interface Live {
    /** Needs the right to reveal this type. */
    Secret reveal(Caller caller, Ref ref, Field<Secret> field);

    /**
     * Needs the right to read attachments. What comes later than 8 s after what came before breaks off with an
     * IOException. The caller closes it, even if it has read nothing.
     */
    Content content(Caller caller, Ref attachment);

    /**
     * Makes a record of a file, such as an attachment on what {@code fields} name. All or nothing: bytes aren't queued.
     * Closes {@code content}. UNAVAILABLE says whether it may have arrived all the same.
     */
    Records.Saved upload(Caller caller, EntityType type, Fields fields, Content content);

    /** Reads the record anew at every system that has it, with the tenant's accounts, then answers as {@link Records#get} would. */
    Entity refresh(Caller caller, Ref ref);
}
