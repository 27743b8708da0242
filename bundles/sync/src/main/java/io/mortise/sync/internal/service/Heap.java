package io.mortise.sync.internal.service;

import io.mortise.sync.internal.remote.LiveRemote;
import java.util.List;
import java.util.OptionalLong;

/**
 * Something that a connection has to get done of one type.
 *
 * @param left records; empty if nobody knows
 * @param all records that it will have been in the end; 0 if {@code left} is empty
 * @param below the types whose records it lies below and is counted in; empty if it lies below none
 * @param each how many of them one request brings at best
 */
record Heap(LiveRemote remote, String type, Sort sort, OptionalLong left, long all, List<String> below, int each) {
    enum Sort {
        /** A list is read. */
        READ,
        /** Records whose inside is still to be read. */
        BELOW,
        /** Records that the system hasn't been given all of. Some of these wait for something else than time. */
        SEND
    }

    String key() {
        return remote.id() + "/" + type + "/" + sort;
    }

    boolean isOf(LiveRemote other, String otherType) {
        return remote == other && type.equals(otherType);
    }

    boolean isDone() {
        return left.isPresent() && left.getAsLong() == 0;
    }
}
