package io.mortise.sync.internal.engine;

/** Who goes first. The order is the meaning. */
public enum Priority {
    /** A person waits. */
    PERSON,
    /** An unknown outcome stands in the way of being right. */
    UNCLEAR,
    HINT,
    CHANGE,
    /** Bulk of a first sync. */
    FIRST,
    SWEEP,
    /** What nobody has asked for yet: the details of closed tickets, second readings. */
    REST
}
