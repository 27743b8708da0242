package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Documents;
import io.mortise.api.Documents.Document;
import io.mortise.api.Once;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.model.Right;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Saved views: each person's own, and shared ones, which are everybody's and changed by their makers and by admins. */
final class Views {
    private static final String NAMESPACE = "ticket-views";
    private final Documents documents;

    Views(Documents documents) {
        this.documents = documents;
    }

    /** A kept one, and under whom it is kept. */
    record Kept(Caller owner, Document document) {}

    List<View> all(Caller caller) {
        List<View> kept = new ArrayList<>();
        documents.list(House.ALL, NAMESPACE).forEach(one -> kept.add(read(caller, new Kept(House.ALL, one))));
        documents.list(caller, NAMESPACE).forEach(one -> kept.add(read(caller, new Kept(caller, one))));
        kept.sort(Comparator.comparing(view -> view.name().toLowerCase(Locale.ROOT)));
        List<View> all = new ArrayList<>(View.BUILT_IN);
        all.addAll(kept);
        return all;
    }

    Kept find(Caller caller, String id) {
        return documents
                .find(caller, NAMESPACE, id)
                .map(own -> new Kept(caller, own))
                .or(() -> documents.find(House.ALL, NAMESPACE, id).map(shared -> new Kept(House.ALL, shared)))
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no such view."));
    }

    Kept mine(Caller caller, String id) {
        if (View.BUILT_IN.stream().anyMatch(view -> view.id().equals(id)))
            throw new Refusal(
                    Reason.VIEW_ONLY, "This view comes with Mortise and can't be changed. Save one of your own.");
        Kept kept = find(caller, id);
        if (!isMine(caller, kept))
            throw new Refusal(
                    Reason.DENIED,
                    "A shared view is changed by who made it, or by an administrator. Save one of your own.");
        return kept;
    }

    View make(Caller caller, boolean shared, Optional<Once> once, Map<String, Object> value) {
        Caller owner = shared ? House.ALL : caller;
        return new Made(documents)
                .of(owner, NAMESPACE, caller, once, value, made -> read(caller, new Kept(owner, made)));
    }

    /** It stays its maker's. */
    View change(Caller caller, Kept kept, long version, Map<String, Object> wanted) {
        Map<String, Object> value = new LinkedHashMap<>(wanted);
        for (String name : List.of("user", "by"))
            value.put(name, kept.document().value().get(name));
        Document saved =
                documents.save(kept.owner(), NAMESPACE, kept.document().key(), version, value, Optional.empty());
        return read(caller, new Kept(kept.owner(), saved));
    }

    void remove(Kept kept) {
        documents.remove(kept.owner(), NAMESPACE, kept.document().key());
    }

    private static boolean isMine(Caller caller, Kept kept) {
        return kept.owner() != House.ALL
                || caller.id().equals(kept.document().value().get("user"))
                || caller.may(Right.named("admin"));
    }

    static Map<String, Object> plain(
            Caller maker, String name, Map<String, String> filters, String sort, List<String> columns) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", name);
        out.put("filters", filters);
        out.put("sort", sort);
        out.put("columns", columns);
        out.put("user", maker.id());
        out.put("by", maker.name());
        return out;
    }

    private static View read(Caller caller, Kept kept) {
        Map<String, Object> in = kept.document().value();
        Map<String, String> filters = new TreeMap<>();
        ((Map<?, ?>) in.get("filters")).forEach((name, value) -> filters.put((String) name, (String) value));
        return new View(
                kept.document().key(),
                kept.document().version(),
                (String) in.get("name"),
                kept.owner() == House.ALL,
                false,
                (String) in.get("by"),
                filters,
                (String) in.get("sort"),
                ((List<?>) in.get("columns")).stream().map(String.class::cast).toList(),
                isMine(caller, kept));
    }
}
