package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Documents;
import io.mortise.api.Documents.Document;
import io.mortise.api.Once;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.api.Slice;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What admins keep for everybody, of one kind, under names of their own choice.
 *
 * @param kind what one of them is called
 * @param most so many at most
 * @param read one of them from its document
 * @param name by which they are sorted
 */
record Shelf<T>(
        Documents documents,
        String namespace,
        String kind,
        int most,
        Function<Document, T> read,
        Function<T, String> name) {
    /** All of them, by name. */
    Slice<T> list() {
        return new Slice<>(
                documents.list(House.ALL, namespace).stream()
                        .map(read)
                        .sorted(Comparator.comparing(one -> name.apply(one).toLowerCase(Locale.ROOT)))
                        .toList(),
                Optional.empty());
    }

    T make(Caller maker, Optional<Once> once, Map<String, Object> value) {
        if (documents.list(House.ALL, namespace).size() >= most)
            throw new Refusal(Reason.INVALID, "There are " + most + " " + kind + "s: remove some that nobody uses.");
        return new Made(documents).of(House.ALL, namespace, maker, once, value, read);
    }

    T change(String id, long version, Map<String, Object> value) {
        String key = document(id).key();
        return read.apply(documents.save(House.ALL, namespace, key, version, value, Optional.empty()));
    }

    Void remove(String id) {
        documents.remove(House.ALL, namespace, document(id).key());
        return null;
    }

    T find(String id) {
        return read.apply(document(id));
    }

    private Document document(String id) {
        return documents
                .find(House.ALL, namespace, id)
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no such " + kind + "."));
    }
}
