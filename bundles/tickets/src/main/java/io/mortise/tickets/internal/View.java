package io.mortise.tickets.internal;

import java.util.List;
import java.util.Map;

/**
 * A list of tickets under a name.
 *
 * @param version 0 of a built-in one, which nobody changes
 * @param by whose it is; "" of a built-in one
 * @param filters parameters of the list, by their names
 * @param columns in order; none for the usual ones
 * @param mine the caller may change and remove it
 * @param words the filters in words, by their names; of a customer whose tickets the caller may not see, no name
 */
public record View(
        String id,
        long version,
        String name,
        boolean shared,
        boolean builtIn,
        String by,
        Map<String, String> filters,
        String sort,
        List<String> columns,
        boolean mine,
        Map<String, String> words) {
    static final List<View> BUILT_IN = List.of(
            builtIn("my-open", "My open tickets", Map.of("assignee", "me", "state", "open"), "-updated"),
            builtIn("unassigned", "Unassigned", Map.of("assignee", "none", "state", "open"), "-opened"),
            builtIn("all-open", "All open", Map.of("state", "open"), "-updated"),
            builtIn("recently-closed", "Recently closed", Map.of("state", "closed"), "-updated"));

    private static View builtIn(String id, String name, Map<String, String> filters, String sort) {
        return new View(id, 0, name, true, true, "", filters, sort, List.of(), false, Map.of());
    }

    View worded(Map<String, String> said) {
        return new View(id, version, name, shared, builtIn, by, filters, sort, columns, mine, said);
    }
}
