package io.mortise.sync.internal.link;

import io.mortise.model.Fields;
import io.mortise.sync.internal.reconcile.Evidence;
import io.mortise.sync.internal.reconcile.Pair;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the engine remembers of one link: a working copy that one thread reads from the store, changes and writes back
 * inside a transaction. Times are milliseconds of the hub's clock; 0 is never.
 */
public final class Memory {
    /** What the vendor last showed, in the vendor's terms. */
    public Fields observed = Fields.NONE;

    public final Map<String, Evidence> evidence = new TreeMap<>();
    public final Map<String, Pair> agreed = new TreeMap<>();
    /** What we have sent and may still turn up, in the hub's terms. */
    public final Map<String, Set<Object>> pending = new TreeMap<>();
    /** Fields that the vendor said it won't take for this record, and why. */
    public final Map<String, String> locked = new TreeMap<>();
    /** Values that the vendor refused; not sent again until they change. */
    public final Map<String, Refused> refused = new TreeMap<>();
    /** What people wanted here and the vendor, whose word counts, refused later: put back, and shown to them. */
    public final Map<String, Undone> undone = new TreeMap<>();
    /** Values that can't be said there yet (no such entry in its list, a record that isn't there); the rest goes on. */
    public final Map<String, Held> held = new TreeMap<>();
    /** Records that this found one may be, by id. */
    public final List<String> candidates = new ArrayList<>();

    public String revision = "";
    public String changedBy = "";
    /** Start of the last request that showed it. */
    public long confirmed;
    /** Answers to requests that started before this are older than our own last write. */
    public long fence;
    /** Until then a write of ours may still land. */
    public long unclearUntil;

    public long retryAt;
    public int tries;
    /** When the vendor last refused anything. */
    public long refusedAt;
    /** It must be looked at again, alone; cleared only when such a look has been accepted. */
    public boolean needFetch;
    /** When it was first not found. */
    public long missingSince;
    /** The record was deactivated because this one was gone. */
    public boolean deactivated;
    /** A create that is or may be under way. */
    public Intent intent;
    /** It would be created there by now, but for the system's silence or for what people did before it. */
    public boolean inTurn;
    /** A person said: create it there. */
    public boolean approved;
    /** A person said: leave it alone. */
    public boolean ignored;

    /** @param value the plain form */
    public record Refused(Object value, String why) {}

    /**
     * @param value the plain form
     * @param until when it is tried again
     */
    public record Held(Object value, String why, long until) {}

    /**
     * @param value the plain form of what was wanted
     * @param by the person who wanted it
     */
    public record Undone(Object value, String why, String by) {}

    /**
     * @param body frozen: a repeated try sends the very same
     * @param sent a request has left, so that the vendor may have it
     */
    public record Intent(String key, Map<String, Object> body, long since, boolean sent) {
        public Intent asSent() {
            return new Intent(key, body, since, true);
        }
    }

    /** A working copy of its own; what isn't changed in place is shared. */
    Memory copy() {
        Memory copy = new Memory();
        copy.observed = observed;
        copy.evidence.putAll(evidence);
        copy.agreed.putAll(agreed);
        pending.forEach((field, values) -> copy.pending.put(field, new LinkedHashSet<>(values)));
        copy.locked.putAll(locked);
        copy.refused.putAll(refused);
        copy.undone.putAll(undone);
        copy.held.putAll(held);
        copy.candidates.addAll(candidates);
        copy.revision = revision;
        copy.changedBy = changedBy;
        copy.confirmed = confirmed;
        copy.fence = fence;
        copy.unclearUntil = unclearUntil;
        copy.retryAt = retryAt;
        copy.tries = tries;
        copy.refusedAt = refusedAt;
        copy.needFetch = needFetch;
        copy.missingSince = missingSince;
        copy.deactivated = deactivated;
        copy.intent = intent;
        copy.inTurn = inTurn;
        copy.approved = approved;
        copy.ignored = ignored;
        return copy;
    }

    /** Is a write of ours without a known outcome? */
    public boolean unclear(long now) {
        return now < unclearUntil;
    }

    public void forgetWrites() {
        pending.clear();
        unclearUntil = 0;
        tries = 0;
        retryAt = 0;
    }
}
