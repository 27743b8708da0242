package io.mortise.benchmarks.desk;

import java.io.IOException;
import java.util.List;

/** A service desk that runs and has all tickets. */
interface Served extends AutoCloseable {
    String name();

    /** Somebody who may do everything, over a connection of their own. */
    Client signedIn() throws IOException, InterruptedException;

    /** What is asked for an act, one after the other. */
    List<Ask> asks(Act act, int turn);

    /** What it should reach; "" where nothing was said. */
    default String aim(Act act) {
        return "";
    }

    /** How often each act is done before it counts. */
    int warmUp();

    /** Of all processes that it needs, so far. */
    double cpuSeconds() throws IOException;

    @Override
    void close() throws IOException;
}
