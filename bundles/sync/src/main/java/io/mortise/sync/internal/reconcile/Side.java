package io.mortise.sync.internal.reconcile;

import io.mortise.model.Part;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One remote's side of a record. Values are in the hub's terms: references and choices translated.
 *
 * @param id the connection's
 * @param speaks false while two-way sync is off there: it is written to and never listened to
 * @param observed what it last showed, by field name; null for none. A field that isn't there is unknown.
 * @param agreed by field name
 * @param evidence by field name, of the last change there
 * @param pending values that we have sent and that may still turn up
 * @param writable the fields that it takes for this record
 * @param by who changed the record there last, "" if unknown
 */
public record Side(
        String id,
        Part part,
        boolean speaks,
        Map<String, Object> observed,
        Map<String, Pair> agreed,
        Map<String, Evidence> evidence,
        Map<String, Set<Object>> pending,
        Set<String> writable,
        Shows shows,
        String by) {
    /** What is left of a value at a remote: the declared losses of its connector. */
    @FunctionalInterface
    public interface Shows {
        Object shown(String field, Object given);

        Shows EXACTLY = (field, given) -> given;

        default boolean same(String field, Object one, Object other) {
            return Objects.equals(one, other)
                    || one != null && other != null && Objects.equals(shown(field, one), shown(field, other));
        }
    }

    /** Is there no difference that this remote could show? */
    boolean same(String field, Object one, Object other) {
        return shows.same(field, one, other);
    }

    public Evidence evidence(String field) {
        return evidence.getOrDefault(field, Evidence.UNKNOWN);
    }

    /** The value of ours that the remote's present one is a late echo of, if any. */
    Object echoed(String field, Object shown) {
        if (shown == null) return null;
        for (Object sent : pending.getOrDefault(field, Set.of()))
            if (alike(shows.shown(field, sent), shows.shown(field, shown))) return sent;
        return null;
    }

    /** Does it show a value of ours that it hadn't shown when last agreed? */
    public boolean echoesLate(String field) {
        Object shown = observed.get(field);
        Pair pair = agreed.get(field);
        return (pair == null || !pair.shows(shown)) && echoed(field, shown) != null;
    }

    /** While an answer is missing, another case or spacing is rather the vendor's habit than a person's edit. */
    private static boolean alike(Object expected, Object shown) {
        if (!(expected instanceof String a && shown instanceof String b)) return Objects.equals(expected, shown);
        return a.replaceAll("\\s+", "").equalsIgnoreCase(b.replaceAll("\\s+", ""));
    }

    /** Someone there may have seen this value of ours before editing. */
    boolean mayHaveSeen(String field, Object hubValue) {
        return hubValue != null && pending.getOrDefault(field, Set.of()).contains(hubValue);
    }
}
