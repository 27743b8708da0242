package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Who did what through the API in the last thirty days. It lives in memory; guarded by the store's monitor. */
final class ActivityLog {
    static final int PAGES = 5;
    private static final int KEPT = 10_000;
    private static final Duration AGE = Duration.ofDays(30);
    private static final long FIRST = 486_200_000_000_000_001L;

    private final Store store;
    private final Deque<Row> entries = new ArrayDeque<>();
    private long next = FIRST;

    ActivityLog(Store store) {
        this.store = store;
    }

    void note(Caller caller, String action, Spec spec, Row row, Request request) {
        ObjectNode entry = Json.object().put("level", "info").put("account-id", Tokens.ACCOUNT);
        entry.put("user-id", caller.isUser() ? Long.valueOf(caller.id()) : null);
        String organization = spec.type().equals("organizations") ? row.id() : row.text("organization-id");
        entry.put("organization-id", organization.isEmpty() ? null : Long.valueOf(organization));
        entry.put("action", action).put("resource-type", title(spec)).put("resource-name", row.text("name"));
        entry.put("ip-address", "127.0.0.1").putNull("ip-city").putNull("ip-region");
        entry.putNull("ip-country");
        entry.put("user-agent", request.header("User-Agent").orElse(null));
        Instant now = store.now();
        entries.addLast(new Row(Long.toString(next++), entry, now, now));
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
    }

    private static String title(Spec spec) {
        return Kind.ofTable(spec.type()).map(Kind::display).orElse(spec.type());
    }

    /** Newest first. */
    Stream<Row> rows(Instant now) {
        List<Row> rows = new ArrayList<>(entries);
        Collections.reverse(rows);
        return rows.stream().filter(row -> row.createdAt().isAfter(now.minus(AGE)));
    }
}
