package io.mortise.sandbox.internal.itglue;

/**
 * Choices where IT Glue's behaviour is not documented. A connector must not rely on any of them. Two of them are only
 * the start of a setting that a person can switch: see {@link Settings}.
 */
final class Guesses {
    /** {@code filter[psa_id]} without its type lists everything, as an unknown filter does; else it is 400. */
    static final boolean REMOTE_ID_WITHOUT_TYPE_IS_IGNORED = true;

    /** An update that changes no value leaves updated-at alone, as Rails does. */
    static final boolean EQUAL_UPDATE_KEEPS_TIME = true;

    /** Without Password Access a shown password has no value attribute; else it is null. */
    static final boolean CLOSED_PASSWORD_IS_ABSENT = true;

    /** {@code SslCertificate} embeds as {@code SSL Certificate} does. */
    static final boolean CLASS_NAMES_ARE_DISPLAY_NAMES = true;

    /** Attachments can be listed and shown, as newer tenants do; else both are 404. */
    static final boolean ATTACHMENTS_ARE_READABLE = true;

    /** The same two records related the other way round are a duplicate too. */
    static final boolean RELATED_ITEMS_HAVE_NO_DIRECTION = true;

    /** The PSA's own sync takes every attribute back to the PSA; else only the documented few are writable. */
    static final boolean TWO_WAY_SYNC = false;

    /** A record of the PSA's own sync cannot be deleted. */
    static final boolean SYNCED_RECORDS_STAY = true;

    /** A user who may not see quick notes reads null; else the attribute is absent. */
    static final boolean UNSEEN_QUICK_NOTES_ARE_NULL = true;

    /** An include that is not documented at this place is refused with 400; else it is ignored. */
    static final boolean UNKNOWN_INCLUDE_IS_REFUSED = true;

    /** Plain {@code application/json} bodies are 415; else they are read. */
    static final boolean PLAIN_JSON_IS_REFUSED = true;

    /** The path prefix {@code /api} of one documented example is understood. */
    static final String TOLERATED_PREFIX = "api";

    private Guesses() {}
}
