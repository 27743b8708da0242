package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Documents;
import io.mortise.api.Documents.Document;
import io.mortise.api.Once;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.model.Right;
import java.time.Duration;
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
    /** Those that were removed a short while ago. */
    private static final String REMOVED = "ticket-views-removed";

    private static final String ORDER = "ticket-views-order";
    private static final String ALL = "all";
    private static final Duration UNDO = Duration.ofHours(1);
    private final Documents documents;

    Views(Documents documents) {
        this.documents = documents;
    }

    /** A kept one, and under whom it is kept. */
    record Kept(Caller owner, Document document) {}

    /** The built-in ones, then the shared ones that an admin has put in order, then the others by name. */
    List<View> all(Caller caller) {
        List<View> kept = new ArrayList<>(shared(caller));
        documents.list(caller, NAMESPACE).forEach(one -> kept.add(read(caller, new Kept(caller, one))));
        sort(kept);
        List<View> all = new ArrayList<>(View.BUILT_IN);
        all.addAll(kept);
        return all;
    }

    List<View> shared(Caller caller) {
        List<View> shared = new ArrayList<>();
        documents.list(House.ALL, NAMESPACE).forEach(one -> shared.add(read(caller, new Kept(House.ALL, one))));
        sort(shared);
        return shared;
    }

    private void sort(List<View> views) {
        List<String> order = order().ids();
        views.sort(Comparator.<View>comparingInt(view -> place(order, view))
                .thenComparing(view -> view.name().toLowerCase(Locale.ROOT)));
    }

    private static int place(List<String> order, View view) {
        int at = order.indexOf(view.id());
        return at < 0 ? order.size() : at;
    }

    /** @param version 0 while nobody has put them in order */
    record Order(long version, List<String> ids) {}

    Order order() {
        return documents
                .find(House.ALL, ORDER, ALL)
                .map(kept -> new Order(kept.version(), texts(kept.value().get("ids"))))
                .orElseGet(() -> new Order(0, List.of()));
    }

    void order(long version, List<String> ids) {
        documents.save(House.ALL, ORDER, ALL, version, Map.of("ids", ids), Optional.empty());
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

    /** It can be taken back for an hour. */
    void remove(Kept kept) {
        Document document = kept.document();
        documents.remove(kept.owner(), REMOVED, document.key());
        documents.save(kept.owner(), REMOVED, document.key(), 0, document.value(), Optional.of(UNDO));
        documents.remove(kept.owner(), NAMESPACE, document.key());
    }

    /** As it was, for whoever may remove it; one that is there again stays as it is. */
    View restore(Caller caller, String id) {
        Kept removed = documents
                .find(caller, REMOVED, id)
                .map(own -> new Kept(caller, own))
                .or(() -> documents.find(House.ALL, REMOVED, id).map(shared -> new Kept(House.ALL, shared)))
                .filter(kept -> isMine(caller, kept))
                .orElseThrow(() -> new Refusal(
                        Reason.NOT_FOUND,
                        "There is no view to take back: that is possible for an hour. Save it anew."));
        Document back = documents
                .find(removed.owner(), NAMESPACE, id)
                .orElseGet(() -> documents.save(
                        removed.owner(), NAMESPACE, id, 0, removed.document().value(), Optional.empty()));
        documents.remove(removed.owner(), REMOVED, id);
        return read(caller, new Kept(removed.owner(), back));
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
                texts(in.get("columns")),
                isMine(caller, kept),
                Map.of());
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }
}
