package io.mortise.sandbox.internal.itglue;

import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Filters and sorts the rows of a list, with the peculiarities that a few lists have. */
final class Lists {
    private final Store store;
    private final ActivityLog log;
    private final Filters filters;
    private final Sorting sorting;

    Lists(Store store, ActivityLog log, Attributes attributes) {
        this.store = store;
        this.log = log;
        this.filters = new Filters(attributes, store);
        this.sorting = new Sorting(attributes);
    }

    List<Row> find(Spec spec, Request request, Predicate<Row> scope) {
        Stream<Row> rows = rows(spec, request)
                .filter(scope)
                .filter(filters.of(spec, request))
                .sorted(sorting.of(spec, request));
        return spec.type().equals("logs")
                ? rows.limit((long) ActivityLog.PAGES * Paging.of(request).size())
                        .toList()
                : rows.toList();
    }

    private Stream<Row> rows(Spec spec, Request request) {
        Stream<Row> all = spec.type().equals("logs") ? log.rows(store.now()) : store.table(spec.type()).stream();
        return switch (spec.type()) {
            case "flexible-assets" -> {
                if (!isFiltered(request, "flexible-asset-type-id")) {
                    throw Refusal.unprocessable("flexible_asset_type_id can't be blank", "filter");
                }
                yield all;
            }
            case "documents" ->
                isFiltered(request, "document-folder-id")
                        ? all
                        : all.filter(row -> row.text("document-folder-id").isEmpty());
            default -> all;
        };
    }

    boolean isFiltered(Request request) {
        return request.query().values().keySet().stream().anyMatch(name -> name.startsWith("filter["));
    }

    boolean isFiltered(Request request, String attribute) {
        return request.query().values().keySet().stream()
                .anyMatch(name -> name.replace('_', '-').startsWith("filter[" + attribute + "]"));
    }
}
