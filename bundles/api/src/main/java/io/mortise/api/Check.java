package io.mortise.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Publish as a service to have a line in {@code /health/ready}: the product is ready when every check passes. */
@ConsumerType
public interface Check {
    /** One word, constant: "store", "access". */
    String name();

    /** Asked often and by anybody: answer from memory or with one cheap question. Later than 1 s, or thrown, counts as no. */
    Result check();

    /** @param detail what it waits for or what to do, for people, without secrets; "" when all is well */
    record Result(boolean ok, String detail) {
        public static final Result OK = new Result(true, "");

        public static Result no(String detail) {
            return new Result(false, detail);
        }
    }
}
