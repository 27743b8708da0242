package io.mortise.sandbox.internal.itglue;

import io.mortise.sandbox.internal.state.Store;

/** How many records refer to one. */
record Counts(Store store) {
    long of(String type, String attribute, String id) {
        return store.table(type).with(attribute, id).count();
    }
}
