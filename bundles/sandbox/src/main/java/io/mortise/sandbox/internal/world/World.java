package io.mortise.sandbox.internal.world;

import java.time.Instant;
import java.util.List;

/**
 * The MSP and its customers before they are entered into their systems.
 *
 * @param companies the own company comes first
 * @param managed the customers that a second RMM looks after too
 * @param seed and {@code scale} as they were given, for what is drawn later from random streams of its own
 */
public record World(List<Company> companies, List<Managed> managed, long seed, double scale) {
    /** When the records of the generated world were last touched, at the latest: fixed, so that a seed is a world. */
    public static final Instant BORN = Instant.parse("2026-09-01T08:00:00Z");

    /** @param scale 1 makes about 25 customers, 60 locations, 400 contacts and 1,200 machines */
    public static World generate(long seed, double scale) {
        List<Company> companies = new Companies(new Words(seed), scale).generate();
        return new World(companies, new Managing(new Words(seed ^ Managing.STREAM), companies).draw(), seed, scale);
    }
}
