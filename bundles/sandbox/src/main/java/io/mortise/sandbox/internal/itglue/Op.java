package io.mortise.sandbox.internal.itglue;

/** What a path of the API lets its callers do. */
enum Op {
    LIST,
    SHOW,
    CREATE,
    UPDATE,
    UPDATE_MANY,
    DELETE,
    DELETE_MANY
}
