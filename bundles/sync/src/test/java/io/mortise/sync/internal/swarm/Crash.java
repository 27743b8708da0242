package io.mortise.sync.internal.swarm;

/** The process dies here. */
final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;

    Crash() {
        super("crash", null, false, false);
    }
}
