package io.mortise.sandbox.internal.itglue;

import io.mortise.sandbox.internal.world.World;

/** What the MSP wrote down beyond the machines themselves. Each part draws from dice of its own. */
final class KnowledgeSeed {
    private final Planter planter;
    private final World world;

    KnowledgeSeed(Planter planter, World world) {
        this.planter = planter;
        this.world = world;
    }

    void plant() {
        Settings.plant(planter);
        new PeopleSeed(planter).plant();
        new PasswordSeed(planter, world).plant();
        new ChecklistSeed(planter, world).plant();
        new DocumentSeed(planter, world).plant();
        new FlexibleSeed(planter, world).plant();
        new LinkSeed(planter, world).plant();
        new RmmSeed(planter, world).plant();
    }
}
