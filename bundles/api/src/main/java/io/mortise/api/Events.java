package io.mortise.api;

import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** For browsers that look on. Record changes are told by themselves; this is for what isn't a record: presence, timers. */
@ProviderType
public interface Events {
    /** Reaches those only who may read {@code about}, now; nobody gets it later. */
    void tell(String topic, Ref about, Map<String, String> what);

    /** Reaches everybody with this right who looks on, now: the progress of a sync, a module that came or went. */
    void tell(String topic, Right needed, Map<String, String> what);

    /**
     * Publish as a service to hear of record changes. Called after the commit, on a thread of ours, one at a time and
     * in order for each record; again after a failure. It says that something changed, not what: read the record.
     */
    @ConsumerType
    interface Watcher {
        Set<EntityType> types();

        void changed(Ref ref, long version);
    }
}
