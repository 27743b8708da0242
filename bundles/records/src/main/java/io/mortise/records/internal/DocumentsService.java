package io.mortise.records.internal;

import io.mortise.api.Caller;
import io.mortise.api.Documents;
import io.mortise.api.Refusal;
import io.mortise.store.Json;
import io.mortise.store.Stale;
import io.mortise.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Private data of features, kept under the person it belongs to. */
@Component
public final class DocumentsService implements Documents {
    private static final String PREFIX = "own.";
    private static final int LARGEST = 100_000;
    private final Store store;
    private final Json json = new Json();
    private final Clock clock = Clock.systemUTC();

    @Activate
    public DocumentsService(@Reference Store store) {
        this.store = store;
    }

    @Override
    public Optional<Document> find(Caller owner, String namespace, String key) {
        return store.read(s -> s.document(name(owner, namespace, key), clock.instant()))
                .map(this::shown);
    }

    @Override
    public List<Document> list(Caller owner, String namespace) {
        return store.read(s -> s.documents(PREFIX + namespace, owner.id(), clock.instant())).stream()
                .map(this::shown)
                .toList();
    }

    @Override
    public Document save(
            Caller owner,
            String namespace,
            String key,
            long version,
            Map<String, Object> value,
            Optional<Duration> keep) {
        String text = json.write(value);
        if (text.length() > LARGEST)
            throw new Refusal(Refusal.Reason.INVALID, "This is too large to be kept: at most 100 KB.");
        var document = new io.mortise.store.Document(
                name(owner, namespace, key), version + 1, text, keep.map(clock.instant()::plus));
        try {
            store.<Void>writeDurably(s -> {
                s.put(document);
                return null;
            });
        } catch (Stale faster) {
            throw new Refusal(Refusal.Reason.STALE, "It has been changed meanwhile: read it again.");
        }
        return shown(document);
    }

    @Override
    public void remove(Caller owner, String namespace, String key) {
        store.<Void>writeDurably(s -> {
            s.remove(name(owner, namespace, key));
            return null;
        });
    }

    private Document shown(io.mortise.store.Document document) {
        return new Document(document.name().key(), document.version(), json.read(document.json()));
    }

    private static io.mortise.store.Document.Name name(Caller owner, String namespace, String key) {
        return new io.mortise.store.Document.Name(PREFIX + namespace, owner.id(), key);
    }
}
