package io.mortise.tickets.internal;

import io.mortise.api.Documents;
import io.mortise.api.Documents.Document;
import io.mortise.api.Refusal;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers of tickets that no PSA counts: M-1, M-2 and so on. Each is given once; one that was taken for a ticket that was
 * refused then is left out.
 */
final class Numbers {
    private static final String NAMESPACE = "ticket-number";
    private static final String KEY = "last";
    private static final int TRIES = 50;
    private final Documents documents;

    Numbers(Documents documents) {
        this.documents = documents;
    }

    String next() {
        Refusal last = null;
        for (int i = 0; i < TRIES; i++)
            try {
                return "M-" + taken();
            } catch (Refusal faster) {
                if (faster.reason() != Refusal.Reason.STALE) throw faster;
                last = faster;
            }
        throw new Refusal(
                Refusal.Reason.UNAVAILABLE,
                "Too many tickets are made at this moment; try again. " + last.getMessage());
    }

    private long taken() {
        Optional<Document> now = documents.find(House.ALL, NAMESPACE, KEY);
        long number =
                now.map(d -> ((Number) d.value().get("number")).longValue()).orElse(0L) + 1;
        long version = now.map(Document::version).orElse(0L);
        documents.save(House.ALL, NAMESPACE, KEY, version, Map.of("number", number), Optional.empty());
        return number;
    }
}
