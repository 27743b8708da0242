package io.mortise.sandbox.internal.bms;

/** Choices where the behaviour of BMS is not documented. A connector must not rely on any of them. */
final class Guesses {
    /** Lists without {@code Filter.IsActive} leave inactive records out. */
    static final boolean LISTS_HIDE_INACTIVE = true;

    /** A changed e-mail or phone moves the contact's ModifiedOn, a changed location the account's. */
    static final boolean PART_TOUCHES_WHOLE = true;

    static final int USUAL_PAGE = 100;
    static final int LARGEST_PAGE = 5000;
    static final int TOKEN_MINUTES = 60;
    static final int REFRESH_DAYS = 7;

    /** Values of the unpublished enum RelatedItemOperationType. */
    static final int ADD = 0;

    static final int UPDATE = 1;
    static final int DELETE = 2;

    /** The integration type of a VSA on an asset. */
    static final int VSA = 2;

    private Guesses() {}
}
