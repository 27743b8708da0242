package io.mortise.sync.internal.service;

import io.mortise.api.Caller;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.model.Ref;
import io.mortise.store.Entry;
import io.mortise.store.Origin;
import io.mortise.store.Store;
import java.time.Instant;
import java.util.function.Supplier;

/** What people asked for live, in the journal of the record: who, when and what; never a value. */
record Watchbook(Store store) {
    /** A refusal is written down as well, ours or the vendor's; not that there is no such record. */
    <R> R told(Caller caller, Ref ref, String event, Supplier<R> asked) {
        try {
            return asked.get();
        } catch (Refusal refusal) {
            if (refusal.reason() != Reason.NOT_FOUND) tell(caller, ref, event + "-refused", refusal.getMessage());
            throw refusal;
        }
    }

    /** Is kept for good before it returns: what isn't written down isn't shown. */
    void tell(Caller caller, Ref ref, String event, String text) {
        Entry entry = new Entry(
                store.newId(),
                Instant.now(),
                ref,
                event,
                "{}",
                "{}",
                Origin.HERE,
                caller.name(),
                text + " (" + caller.id() + ")");
        store.<Void>writeDurably(s -> {
            s.tell(entry);
            return null;
        });
    }
}
