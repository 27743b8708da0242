package io.mortise.benchmarks.swap;

/**
 * One request of the load.
 *
 * @param sent by {@link System#nanoTime}
 * @param ended when its whole answer was there
 * @param failure what went wrong; "" when nothing did
 */
record Asked(long sent, long ended, String failure) {
    double millis() {
        return (ended - sent) / 1e6;
    }

    boolean wasUnderWay(long from, long to) {
        return sent <= to && ended >= from;
    }

    boolean failed() {
        return !failure.isEmpty();
    }
}
