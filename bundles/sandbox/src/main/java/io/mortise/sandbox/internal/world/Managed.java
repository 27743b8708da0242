package io.mortise.sandbox.internal.world;

import java.util.List;

/**
 * A customer that a second RMM looks after too.
 *
 * @param company index of the company in the world
 * @param name under which that system knows it
 * @param machines indexes of the company's machines that are there
 * @param others machines that no other system knows
 */
public record Managed(int company, String name, List<Integer> machines, List<Machine> others) {}
