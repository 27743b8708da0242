package io.mortise.sandbox.internal.world;

import java.time.Instant;
import java.util.List;

/** The MSP and its customers before they are entered into three systems. The own company comes first. */
public record World(long seed, List<Company> companies) {
    /** When the records of the generated world were last touched, at the latest: fixed, so that a seed is a world. */
    public static final Instant BORN = Instant.parse("2026-09-01T08:00:00Z");

    /** @param scale 1 makes about 25 customers, 60 locations, 400 contacts and 1,200 machines */
    public static World generate(long seed, double scale) {
        return new World(seed, new Companies(new Words(seed), scale).generate());
    }
}
