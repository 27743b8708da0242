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
 * Things asked of the owning system this moment, with the caller's own connection, and kept nowhere. Blocks for up to
 * 10 s. Each call is in the journal. Refuses NOT_CONNECTED, DENIED or UNAVAILABLE; but for refresh, never falls back to the tenant's account.
 */
@ProviderType
public interface Live {
    Secret reveal(Caller caller, Ref ref, Field<Secret> field);

    /** The caller closes it, even if it has read nothing. */
    Content content(Caller caller, Ref attachment);

    /** Creates an attachment from bytes. All or nothing: bytes aren't queued. Closes {@code content}. */
    Records.Saved upload(Caller caller, EntityType type, Fields fields, Content content);

    /** Reads the record anew at every system that has it, with the tenant's accounts, then answers as {@link Records#get} would. */
    Entity refresh(Caller caller, Ref ref);
}
