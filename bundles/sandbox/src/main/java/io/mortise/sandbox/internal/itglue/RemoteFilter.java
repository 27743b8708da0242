package io.mortise.sandbox.internal.itglue;

import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** {@code filter[psa_id]} and {@code filter[rmm_id]}, which count only together with their integration type. */
record RemoteFilter(Store store) {
    Predicate<Row> of(Request request, String kind, String id) {
        String type = request.query()
                .get("filter[" + kind + "_integration_type]")
                .or(() -> request.query().get("filter[" + kind + "-integration-type]"))
                .orElse("");
        if (type.isEmpty()) {
            if (new Settings(store).remoteIdNeedsType()) {
                throw Refusal.missingParameter(kind + "_integration_type");
            }
            return row -> true;
        }
        Set<String> matched = kind.equals("rmm") ? recorded(id, type) : Set.of();
        return row -> matched.contains(row.id())
                || row.text(kind + "-id").equals(id) && row.text(kind + "-type").equals(type);
    }

    private Set<String> recorded(String id, String type) {
        return store.table("rmm-records")
                .with("remote-id", id)
                .filter(row -> row.text("remote-type").equals(type))
                .map(row -> row.text("configuration-id"))
                .collect(Collectors.toSet());
    }
}
