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

    /** A security role that lacks the right is answered with this status, in the usual envelope. */
    static final int ACCESS_DENIED = 403;

    /** The integration type of a Continuum on a ticket. */
    static final int CONTINUUM = 5;

    /** Values of the unpublished enum CCInputEntityType: 0 is a contact. */
    static final int CC_EMPLOYEE = 1;

    /** TypeId of statuses: 1 is open. */
    static final int WAITING = 2;

    static final int COMPLETED = 3;

    /** Stages of an SLA, as in slainfo and SLAStatusEnum. */
    static final int STAGE_RESPOND = 0;

    static final int STAGE_RESOLVE = 1;
    static final int STAGE_WAITING = 2;
    static final int STAGE_DONE = 3;

    /** LogType of activities, and of the list of expenses and charges. */
    static final int LOG_NOTE = 1;

    static final int LOG_TIME = 2;
    static final int LOG_EXPENSE = 3;
    static final int LOG_CHARGE = 4;

    /** TimeEntrySourceId of work on tickets. */
    static final int TICKET_WORK = 1;

    /** The one module whose id is known. */
    static final String TICKET_MODULE = "22";

    static final int MEGABYTES_PER_FILE = 25;

    /** The state of a background job that ended well. */
    static final String JOB_DONE = "Succeeded";

    /** Ids of the webhook events. */
    static final int TICKET_CREATED = 1;

    static final int TICKET_UPDATED = 2;
    static final int TICKET_DELETED = 3;

    /** Header of a webhook delivery: the prefix and the HMAC-SHA-256 of the body in hexadecimal. */
    static final String SIGNATURE = "sha256=";

    /** Region of the IT Glue that the tenant is linked with. */
    static final int REGION = 0;

    /** What a refused sign-in says; no sentence of these is published. */
    static final String NO_COMPANY = "Company name was not found";

    static final String MFA_NEEDED = "A multi-factor authentication (MFA) code is required";
    static final String NO_API = "API access is not enabled for this user";

    private Guesses() {}
}
