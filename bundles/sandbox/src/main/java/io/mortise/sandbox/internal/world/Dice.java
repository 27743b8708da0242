package io.mortise.sandbox.internal.world;

import java.util.List;
import java.util.SplittableRandom;

/** Dice of their own for one part of the world, so that a new part never moves what the others draw. */
public final class Dice {
    private final SplittableRandom random;

    /** @param part names the part of the world; the same seed and part draw the same */
    public Dice(World world, String part) {
        this.random = new SplittableRandom(world.seed() * 1_000_003L + part.hashCode());
    }

    public int number(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    /** True in so many of a hundred cases. */
    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    public <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    public String characters(String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
