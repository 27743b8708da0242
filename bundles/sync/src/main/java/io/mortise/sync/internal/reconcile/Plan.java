package io.mortise.sync.internal.reconcile;

import java.util.List;
import java.util.Map;

/**
 * What follows from what is known: a pure answer, carried out by others.
 *
 * @param agreed by connection, then field: the new agreements
 * @param writes by connection, then field: what that remote is to be given; null to clear
 * @param decisions every value that changed in the hub and every one that was overruled
 */
public record Plan(
        Hub hub,
        Map<String, Map<String, Pair>> agreed,
        Map<String, Map<String, Object>> writes,
        List<Decision> decisions) {

    /**
     * @param before null for none
     * @param after null for none
     * @param source whose value holds now
     * @param overruled whose value was set aside; "" if nobody's
     */
    public record Decision(
            String field, Object before, Object after, String source, String overruled, Object lost, String why) {
        public boolean changesHub() {
            return !java.util.Objects.equals(before, after);
        }
    }
}
