package io.mortise.sync.internal.reconcile;

import java.util.Map;
import java.util.Set;

/**
 * The hub's side of one record.
 *
 * @param cells by field name; a field without one has never had a value
 * @param frozen fields that wait for a person, with the connections that differ
 */
public record Hub(Map<String, Cell> cells, Map<String, Set<String>> frozen) {
    public static final Hub EMPTY = new Hub(Map.of(), Map.of());

    public Object value(String field) {
        Cell cell = cells.get(field);
        return cell == null ? null : cell.value();
    }
}
