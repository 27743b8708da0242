package io.mortise.launcher;

/** What was asked for can't be done; the message says why and what to do. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int FAILED = 1;
    private static final int USAGE = 64;

    private final int exitCode;

    private Refused(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The command line or the environment is wrong. */
    static Refused option(String message) {
        return new Refused(USAGE, message + " bin/mortise --help lists the options.");
    }

    /** The options are right, but the machine isn't. */
    static Refused start(String message) {
        return new Refused(FAILED, message);
    }

    int exitCode() {
        return exitCode;
    }
}
