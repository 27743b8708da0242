package io.mortise.store.sql.internal;

/** A copy of all that a database holds. */
@FunctionalInterface
interface Backup {
    int KEPT = 3;

    /** @param version the last step that the contents have gone through */
    void take(int version);
}
