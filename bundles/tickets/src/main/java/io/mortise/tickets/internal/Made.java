package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Documents;
import io.mortise.api.Documents.Document;
import io.mortise.api.Once;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Makes a document under a name of its own; asked again under the same Idempotency-Key, the same one. */
final class Made {
    private final Documents documents;

    Made(Documents documents) {
        this.documents = documents;
    }

    /**
     * @param owner whose it is
     * @param maker whose key it is
     */
    <T> T of(
            Caller owner,
            String namespace,
            Caller maker,
            Optional<Once> once,
            Map<String, Object> value,
            Function<Document, T> read) {
        String key =
                once.map(o -> named(maker, o)).orElseGet(() -> UUID.randomUUID().toString());
        Optional<Document> made = once.isPresent() ? documents.find(owner, namespace, key) : Optional.empty();
        if (made.isPresent()) return read.apply(same(made.get(), value));
        try {
            return read.apply(documents.save(owner, namespace, key, 0, value, Optional.empty()));
        } catch (Refusal faster) {
            if (once.isEmpty() || faster.reason() != Reason.STALE) throw faster;
            return read.apply(same(documents.find(owner, namespace, key).orElseThrow(() -> faster), value));
        }
    }

    /** What was made and changed since is still what was made. */
    private static Document same(Document made, Map<String, Object> value) {
        if (made.version() == 1 && !made.value().equals(value))
            throw new Refusal(
                    Reason.INVALID,
                    "This Idempotency-Key was used for another request. Take a new key for each thing that you make.");
        return made;
    }

    private static String named(Caller maker, Once once) {
        String name = maker.id() + "\n" + once.key();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
