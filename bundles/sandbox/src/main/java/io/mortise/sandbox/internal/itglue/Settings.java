package io.mortise.sandbox.internal.itglue;

import io.mortise.sandbox.internal.http.Vendor.Budget;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.Optional;

/** The account's switches: one record, which a person changes through the control API. */
record Settings(Store store) {
    static final String TYPE = "settings";
    private static final int CALLS = 3000;
    private static final int WINDOW_SECONDS = 300;

    static void plant(Planter planter) {
        planter.add(
                TYPE,
                Json.object()
                        .put("requests-per-window", CALLS)
                        .put("window-seconds", WINDOW_SECONDS)
                        .put("two-way-sync", Guesses.TWO_WAY_SYNC)
                        .put("psa-id-needs-type", !Guesses.REMOTE_ID_WITHOUT_TYPE_IS_IGNORED));
    }

    private Optional<Row> row() {
        return store.table(TYPE).stream().findFirst();
    }

    Budget budget(String caller) {
        int calls =
                row().map(row -> row.get("requests-per-window").asInt(CALLS)).orElse(CALLS);
        int seconds = row().map(row -> row.get("window-seconds").asInt(WINDOW_SECONDS))
                .orElse(WINDOW_SECONDS);
        return new Budget(caller, calls, seconds);
    }

    /** Whether the API takes every attribute of a synced record, as the web application does under two-way sync. */
    boolean twoWaySync() {
        return row().filter(row -> row.flag("two-way-sync")).isPresent();
    }

    /** Whether a remote id without its integration type is refused; else it is ignored. */
    boolean remoteIdNeedsType() {
        return row().filter(row -> row.flag("psa-id-needs-type")).isPresent();
    }
}
