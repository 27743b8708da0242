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
 * Things asked of the owning system this moment, with the caller's own login, and kept nowhere. Blocks for up to 12 s, an
 * upload for a minute; longer where a refused login has to be asked about. What was shown, fetched or given is in the
 * record's journal, and each refusal of it but NOT_FOUND, never with a value; a refresh isn't. Refuses NOT_CONNECTED, DENIED,
 * NOT_FOUND, INVALID or UNAVAILABLE; but for refresh, never falls back to the tenant's account. Thread-safe.
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
     * Sends a file, such as an attachment on what {@code fields} name, once; bytes aren't queued. Answers with the record
     * that it is here. Closes {@code content}. UNAVAILABLE says whether it may have arrived, or is there for certain and will
     * be a record here later.
     */
    Records.Saved upload(Caller caller, EntityType type, Fields fields, Content content);

    /** Reads the record anew at every system that has it, with the tenant's accounts, then answers as {@link Records#get} would. */
    Entity refresh(Caller caller, Ref ref);
}
