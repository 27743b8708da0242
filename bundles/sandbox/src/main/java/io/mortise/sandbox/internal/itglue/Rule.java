package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Row;

/** What is peculiar to writing one type of record. */
interface Rule {
    /** Fills in what the other attributes imply, before the required ones are looked for. */
    default void prepare(ObjectNode attributes) {}

    /**
     * Checks a write and adds to it.
     *
     * @param whole the record as it is about to be
     * @param changes what is about to be written
     */
    default void complete(ObjectNode whole, ObjectNode changes, Caller by) {}

    /** Writes what hangs on a record that was just made or changed. */
    default void follow(Row row, ObjectNode attributes, Writes writes, Caller by) {}

    default void mayDelete(Row row) {}
}
