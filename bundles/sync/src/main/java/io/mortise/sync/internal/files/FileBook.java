package io.mortise.sync.internal.files;

import io.mortise.api.Caller;
import io.mortise.api.Once;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.store.Document;
import io.mortise.store.Json;
import io.mortise.store.Reading;
import io.mortise.store.Store;
import io.mortise.store.Writing;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the files that are kept here, a document each, by ticket. One that has arrived is remembered for as long
 * as its key counts. Thread-safe; whoever changes a file has its ticket alone.
 */
public final class FileBook {
    private static final String NAMESPACE = "ticket-file";
    private static final String KEYS = "ticket-file-once";

    private final Store store;
    private final Clock clock;
    private final Json json = new Json();
    private final FileJson form = new FileJson(json);

    public FileBook(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public List<KeptFile> all() {
        return store.read(s -> of(s, ""));
    }

    public List<KeptFile> on(String ticket) {
        return store.read(s -> of(s, ticket));
    }

    /** In the order in which they were given. */
    public List<KeptFile> of(Reading reading, String ticket) {
        return reading.documents(NAMESPACE, ticket, clock.instant()).stream()
                .map(form::read)
                .sorted(Comparator.comparingLong(KeptFile::at).thenComparing(KeptFile::id))
                .toList();
    }

    public Optional<KeptFile> find(String ticket, String id) {
        return store.read(s -> find(s, ticket, id));
    }

    private Optional<KeptFile> find(Reading reading, String ticket, String id) {
        return reading.document(name(ticket, id), clock.instant()).map(form::read);
    }

    /** Is a file of this ticket kept under this key? */
    public boolean knows(Caller caller, String ticket, Once once) {
        return store.read(s -> s.document(key(caller, once), clock.instant())
                        .map(document -> (String) json.read(document.json()).get("file"))
                        .flatMap(id -> find(s, ticket, id)))
                .isPresent();
    }

    /**
     * Keeps it with its key, in one.
     *
     * @return what counts: this one, or the one that was given under the same key before
     * @throws Refusal INVALID if that was another file
     */
    public KeptFile enter(KeptFile file, Caller caller, Optional<Once> once) {
        return store.writeDurably(s -> {
            Optional<KeptFile> before = once.flatMap(key -> given(s, file, caller, key));
            if (before.isPresent()) return before.get();
            once.ifPresent(key -> note(s, file, caller, key));
            s.put(document(file));
            return file.version(1);
        });
    }

    private Optional<KeptFile> given(Reading s, KeptFile file, Caller caller, Once once) {
        Optional<Map<String, Object>> kept =
                s.document(key(caller, once), clock.instant()).map(document -> json.read(document.json()));
        boolean other = kept.filter(of -> !once.asked().equals(of.get("asked"))
                        || !file.about().sha256().equals(of.get("sha256")))
                .isPresent();
        if (other)
            throw new Refusal(
                    Reason.INVALID,
                    "This Idempotency-Key was used for another file. Take a new key for each file that you give.");
        return kept.flatMap(of -> find(s, file.ticket(), (String) of.get("file")));
    }

    private void note(Writing s, KeptFile file, Caller caller, Once once) {
        Document.Name name = key(caller, once);
        String text = json.write(Map.of(
                "file", file.id(), "asked", once.asked(), "sha256", file.about().sha256()));
        s.put(s.document(name, clock.instant())
                .map(document -> document.next(text))
                .orElseGet(() -> new Document(name, 1, text, Optional.empty()))
                .until(end()));
    }

    /** As it is now, on disk when this returns. */
    public KeptFile put(KeptFile file) {
        return store.writeDurably(s -> {
            Document next = document(file);
            s.put(file.is(KeptFile.State.ARRIVED) ? next.until(end()) : next);
            return file.version(next.version());
        });
    }

    public void remove(KeptFile file) {
        store.<Void>writeDurably(s -> {
            s.remove(name(file.ticket(), file.id()));
            return null;
        });
    }

    private Document document(KeptFile file) {
        return new Document(name(file.ticket(), file.id()), file.version() + 1, form.write(file), Optional.empty());
    }

    private Instant end() {
        return clock.instant().plus(Once.DAYS, ChronoUnit.DAYS);
    }

    private static Document.Name name(String ticket, String id) {
        return new Document.Name(NAMESPACE, ticket, id);
    }

    private static Document.Name key(Caller caller, Once once) {
        return new Document.Name(KEYS, caller.id(), once.key());
    }
}
