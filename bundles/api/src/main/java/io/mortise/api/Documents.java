package io.mortise.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Small private data of features: drafts, saved views, open tabs, the width of a panel. Thread-safe. */
@ProviderType
public interface Documents {
    Optional<Document> find(Caller owner, String namespace, String key);

    List<Document> list(Caller owner, String namespace);

    /**
     * @param version 0 for a new one, otherwise the one seen; another one is a {@link Refusal.Reason#STALE}
     * @param keep how long it stays if nobody touches it; empty for ever
     */
    Document save(
            Caller owner,
            String namespace,
            String key,
            long version,
            Map<String, Object> value,
            Optional<Duration> keep);

    void remove(Caller owner, String namespace, String key);

    record Document(String key, long version, Map<String, Object> value) {}
}
