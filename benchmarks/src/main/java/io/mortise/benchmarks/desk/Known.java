package io.mortise.benchmarks.desk;

/**
 * A ticket that a service desk has.
 *
 * @param id by which it is asked for there
 */
record Known(String id, Case what) {}
