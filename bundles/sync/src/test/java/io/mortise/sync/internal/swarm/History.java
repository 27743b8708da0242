package io.mortise.sync.internal.swarm;

import java.util.Optional;

/** One run of the world: a while of life with faults, then quiet, then the question whether all is well. */
final class History {
    private static final int QUIET = 3;
    private static final int PATIENCE = 60;
    final World world;

    History(long seed) {
        world = new World(seed);
    }

    /** @return what went wrong, in a sentence */
    Optional<String> run(int steps) {
        for (int i = 0; i < 20; i++) world.people.act();
        world.firstLook();
        for (int i = 0; i < steps; i++) {
            world.effects.land();
            world.step();
        }
        world.settle();
        int quiet = 0;
        for (int i = 0; i < PATIENCE && quiet < QUIET; i++) quiet = writesNothing() ? quiet + 1 : 0;
        if (quiet < QUIET) return Optional.of("it never came to rest");
        long writes = world.writes();
        world.round();
        if (world.writes() != writes) return Optional.of("echo: " + (world.writes() - writes) + " writes after rest");
        return new Oracle(world).verdict();
    }

    private boolean writesNothing() {
        long before = world.writes();
        world.round();
        return world.writes() == before && world.idle();
    }
}
