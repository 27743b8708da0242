package io.mortise.sync.internal.swarm;

import java.util.random.RandomGenerator;

/** Which faults a history knows, and how often: each seed draws its own. */
final class Faulty {
    final double slowDown;
    final double broken;
    final double lostBefore;
    final double lostAfter;
    final double zombie;
    final double crash;
    final double shortPage;
    final double meanwhile;
    final double edits;
    final double deletes;

    Faulty(RandomGenerator random) {
        slowDown = some(random) * .05;
        broken = some(random) * .05;
        lostBefore = some(random) * .04;
        lostAfter = some(random) * .08;
        zombie = some(random) * .06;
        crash = some(random) * .06;
        shortPage = some(random) * .1;
        meanwhile = some(random) * .3;
        edits = .15 + random.nextDouble() * .4;
        deletes = some(random) * .03;
    }

    private static double some(RandomGenerator random) {
        return random.nextBoolean() ? random.nextDouble() : 0;
    }
}
