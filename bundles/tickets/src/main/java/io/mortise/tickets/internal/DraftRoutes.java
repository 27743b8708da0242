package io.mortise.tickets.internal;

import io.mortise.api.Documents.Document;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.api.Routes;
import io.mortise.api.Slice;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is written and not sent yet, by person and ticket: a reload, another tab and a swap of the bundle lose none. */
@Component
public final class DraftRoutes implements Routes {
    private static final String NAMESPACE = "ticket-drafts.";
    private static final String NEW = "new";
    private static final Duration KEEP = Duration.ofDays(30);
    private static final int MOST = 50;
    private final Workbench bench;

    @Activate
    public DraftRoutes(@Reference Workbench bench) {
        this.bench = bench;
    }

    public record Draft(String key, long version, Map<String, Object> value) {
        static Draft of(Document document) {
            return new Draft(document.key(), document.version(), document.value());
        }
    }

    /** @param value any JSON object, of 100 KB at most */
    public record Wish(Map<String, Object> value) {}

    @Override
    public List<Route<?, ?>> routes() {
        Right read = Right.read(Ticket.TYPE);
        return List.of(
                Route.get("/tickets/{id}/drafts", Shape.list(Shape.of(Draft.class)), this::list)
                        .needs(read)
                        .summary("Your drafts of a ticket; \"new\" stands for one that isn't there yet"),
                Route.put("/tickets/{id}/drafts/{key}", Shape.of(Wish.class), Shape.of(Draft.class), this::save)
                        .needs(read)
                        .summary("Keeps a draft for 30 days; If-Match \"0\" for a first one"),
                Route.delete("/tickets/{id}/drafts/{key}", this::remove)
                        .needs(read)
                        .summary("Removes a draft"));
    }

    private Slice<Draft> list(Call<Void> call) {
        return new Slice<>(
                bench.documents().list(call.caller(), namespace(call)).stream()
                        .map(Draft::of)
                        .toList(),
                Optional.empty());
    }

    private Draft save(Call<Wish> call) {
        String namespace = namespace(call);
        String key = key(call);
        boolean first = call.version() == 0;
        if (first && bench.documents().list(call.caller(), namespace).size() >= MOST)
            throw new Refusal(Reason.INVALID, "There are " + MOST + " drafts of this ticket: send or remove some.");
        try {
            return Draft.of(bench.documents()
                    .save(
                            call.caller(),
                            namespace,
                            key,
                            call.version(),
                            call.body().value(),
                            Optional.of(KEEP)));
        } catch (Refusal refusal) {
            if (refusal.reason() != Reason.STALE) throw refusal;
            throw bench.documents()
                    .find(call.caller(), namespace, key)
                    .map(now -> Refusal.stale(
                            "This draft was changed in another window. Compare the two, then save again.",
                            Map.of("key", now.key(), "version", now.version(), "value", now.value())))
                    .orElse(refusal);
        }
    }

    private Void remove(Call<Void> call) {
        bench.documents().remove(call.caller(), namespace(call), key(call));
        return null;
    }

    private String namespace(Call<?> call) {
        String id = call.path("id");
        if (id.equals(NEW)) return NAMESPACE + NEW;
        return NAMESPACE
                + bench.tickets()
                        .get(call.caller(), call.ref(Ticket.TYPE, "id"))
                        .id();
    }

    private static String key(Call<?> call) {
        String key = call.path("key");
        if (!key.matches("[A-Za-z0-9._-]{1,100}")) throw Filter.wrong("key", "is 1 to 100 letters, figures and . _ -");
        return key;
    }
}
