package io.mortise.sync.internal.engine;

/**
 * What became of one thing to do at one system.
 *
 * @param again milliseconds until it is to be tried or looked at again; 0 if not by the clock
 * @param why in a sentence for people; "" when done
 */
record Step(State state, long again, String why) {
    enum State {
        DONE,
        /** It goes on by itself. */
        LATER,
        /** Not without a person. */
        REFUSED
    }

    static final Step DONE = new Step(State.DONE, 0, "");

    static Step later(long again, String why) {
        return new Step(State.LATER, Math.max(1, again), why);
    }

    /** Something else will wake it. */
    static Step waits(String why) {
        return new Step(State.LATER, 0, why);
    }

    static Step refused(String why) {
        return new Step(State.REFUSED, 0, why);
    }
}
