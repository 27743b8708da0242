package io.mortise.sandbox.internal.itglue;

import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.function.Predicate;

/** The record that a path like {@code /configurations/5/relationships/attachments} speaks of. */
final class Below {
    record Parent(String type, Row row, Reach reach) {}

    private final Store store;
    private final Callers callers;

    Below(Store store, Callers callers) {
        this.store = store;
        this.callers = callers;
    }

    Parent parent(Request request, Predicate<Kind> fit) {
        Kind kind = Kind.ofPath(request.var("resource_type")).filter(fit).orElseThrow(Refusal::notFound);
        Row row = store.table(kind.table()).find(request.var("resource_id")).orElseThrow(Refusal::notFound);
        Reach reach = callers.reach(request);
        reach.mustSee(kind.table(), row);
        return new Parent(kind.table(), row, reach);
    }
}
