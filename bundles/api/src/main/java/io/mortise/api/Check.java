package io.mortise.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Publish as a service to have a line in {@code /health/ready}: the product is ready when every check passes. No means
 * that people are better turned away for now, since nothing they ask would work. What spoils a part only, such as a
 * vendor that can't be reached, is a yes with a detail: see {@link Result#but}.
 */
@ConsumerType
public interface Check {
    /** One word, constant: "store", "access". */
    String name();

    /** Asked often and by anybody: answer from memory or with one cheap question. Later than 1 s, or thrown, counts as no. */
    Result check();

    /**
     * @param ok the product can be used, as far as this check can tell
     * @param detail what it waits for or what to do, for people who haven't signed in: without secrets, addresses and
     *     what a vendor said; "" when all is well
     */
    record Result(boolean ok, String detail) {
        public static final Result OK = new Result(true, "");

        /** Ready, but with a part that doesn't work. */
        public static Result but(String detail) {
            return new Result(true, detail);
        }

        public static Result no(String detail) {
            return new Result(false, detail);
        }
    }
}
