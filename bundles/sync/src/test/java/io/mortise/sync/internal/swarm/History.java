package io.mortise.sync.internal.swarm;

import java.util.Optional;

/** One run of the world: a while of life with faults, then quiet, then the question whether all is well. */
final class History {
    private static final int QUIET = 400;
    private static final int PATIENCE = 9_000;
    final World world;

    History(long seed) {
        world = new World(seed);
    }

    /** @return what went wrong, in a sentence */
    Optional<String> run(int steps) {
        for (int i = 0; i < steps; i++) {
            world.runZombies();
            world.step();
        }
        world.settle();
        int quiet = 0;
        for (int i = 0; i < PATIENCE && quiet < QUIET; i++) {
            long before = world.writes();
            world.step();
            quiet = world.writes() == before && world.idle() ? quiet + 1 : 0;
        }
        if (quiet < QUIET) return Optional.of("it never came to rest");
        long writes = world.writes();
        for (int i = 0; i < 300; i++) world.step();
        if (world.writes() != writes) return Optional.of("echo: " + (world.writes() - writes) + " writes after rest");
        return new Oracle(world).verdict();
    }
}
