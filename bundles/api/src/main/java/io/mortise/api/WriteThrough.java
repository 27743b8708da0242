package io.mortise.api;

import io.mortise.model.Ref;
import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Brings a person's edit to the vendors at once. Made by sync, called by records after the edit is committed. */
@ProviderType
public interface WriteThrough {
    /**
     * Blocks until every system that takes the record has answered, or {@code atMost} has passed; what is late goes on
     * by itself.
     */
    List<Records.Saved.At> push(Ref ref, Duration atMost);

    /** Something else has been changed: looked at soon, in the background. */
    void hint(Ref ref);
}
