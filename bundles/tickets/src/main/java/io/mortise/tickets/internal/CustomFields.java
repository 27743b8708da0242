package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.api.Records;
import io.mortise.model.Entity;
import io.mortise.model.Lookup;
import io.mortise.model.Right;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the PSA's own fields of tickets are called. */
record CustomFields(Records records) {
    private static final String LIST = "ticketField";
    private static final int MOST = 200;

    /** By the code under which a ticket has the value, in their order. */
    Map<String, String> labels(Caller caller) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (!caller.may(Right.read(Lookup.TYPE))) return labels;
        Find find = Find.all(Lookup.TYPE).is(Lookup.LIST, LIST).page(Optional.empty(), MOST);
        for (Entity field : records.list(caller, find).items())
            field.get(Lookup.CODE)
                    .ifPresent(code -> labels.put(code, field.get(Lookup.LABEL).orElse(code)));
        return labels;
    }
}
