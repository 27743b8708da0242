package io.mortise.sandbox.internal.continuum;

import java.util.Optional;

/** The vendor's ids are UUIDs; these hold the stored number, so that none is given to two records. */
final class Guid {
    private static final String MIDDLE = "-0000-4000-8000-";

    private Guid() {}

    static String of(String table, String id) {
        return id.isEmpty() ? null : prefix(table) + String.format("%012d", Long.parseLong(id));
    }

    private static String prefix(String table) {
        return String.format("%08x", table.hashCode()) + MIDDLE;
    }

    /** The stored id; empty for an id of another form or another kind of record. */
    static Optional<String> id(String table, String guid) {
        String prefix = prefix(table);
        boolean ours =
                guid.startsWith(prefix) && guid.substring(prefix.length()).matches("\\d{12}");
        return ours ? Optional.of(Long.toString(Long.parseLong(guid.substring(prefix.length())))) : Optional.empty();
    }
}
