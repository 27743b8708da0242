package io.mortise.sandbox.internal.itglue;

/** Choices where IT Glue's behaviour is not documented. A connector must not rely on any of them. */
final class Guesses {
    /** {@code filter[psa_id]} without its type lists everything, as an unknown filter does. */
    static final boolean REMOTE_ID_WITHOUT_TYPE_IS_IGNORED = true;

    /** An update that changes no value leaves updated-at alone, as Rails does. */
    static final boolean EQUAL_UPDATE_KEEPS_TIME = true;

    private Guesses() {}
}
