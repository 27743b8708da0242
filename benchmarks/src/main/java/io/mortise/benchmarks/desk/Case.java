package io.mortise.benchmarks.desk;

import java.time.Instant;
import java.util.List;

/**
 * A ticket, the same for each service desk.
 *
 * @param contact the number of the person at a customer whose it is
 * @param assignee the number of the person here
 * @param priority its place in {@link Cases#PRIORITIES}
 * @param notes what was said about it since, the first one first
 */
record Case(
        int number,
        String title,
        String text,
        int contact,
        int assignee,
        String queue,
        Stage stage,
        int priority,
        Instant opened,
        List<String> notes) {
    /** How far it is. Each service desk has words of its own for this. */
    enum Stage {
        NEW("New", "new"),
        WORKING("In Progress", "open"),
        WAITING("Waiting Customer", "stalled"),
        DONE("Completed", "resolved");

        private final String here;
        private final String tracker;

        Stage(String here, String tracker) {
            this.here = here;
            this.tracker = tracker;
        }

        /** One of those before the end, in turn. */
        static Stage open(int turn) {
            return values()[turn % DONE.ordinal()];
        }

        /** Mortise's word. */
        String here() {
            return here;
        }

        /** Request Tracker's word. */
        String tracker() {
            return tracker;
        }
    }

    boolean isOpen() {
        return stage != Stage.DONE;
    }
}
