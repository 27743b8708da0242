package io.mortise.api;

/**
 * A person's word that a request made twice is one and the same: the second is answered with what the first made.
 *
 * @param key of the person's own choosing, up to 100 characters
 * @param asked what was asked, so that another request under the same key isn't taken for it
 */
public record Once(String key, String asked) {
    /** How long a key counts, in days. */
    public static final int DAYS = 7;
}
