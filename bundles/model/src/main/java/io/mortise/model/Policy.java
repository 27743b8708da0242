package io.mortise.model;

import java.util.List;

/** Who wins when systems differ about one field. Ships as a default with the type; each tenant may change it. */
public record Policy(Rule rule, List<Part> rank) {
    public enum Rule {
        /** The highest-ranked system that has ever spoken; other systems' edits are put back. */
        OWNER,
        /** The later edit where evidence proves one; else the rank. */
        LATEST,
        /** Nobody: the field waits in the inbox for a person. */
        MANUAL,
        /** Sets: every side's additions and removals. Named values (JSON): every side's changed ones. */
        UNION,
        /** Text: merged by paragraph; overlaps are kept, both. */
        TEXT,
        /** Written once by its author, then fixed. */
        APPEND,
        /** A status with allowed moves: merged like LATEST, then led to a state that the system allows. */
        STATE,
        /** Computed here, or by the one system that has it; never written. */
        DERIVED
    }

    public Policy {
        rank = List.copyOf(rank);
    }

    public static Policy owner(Part... rank) {
        return new Policy(Rule.OWNER, List.of(rank));
    }

    public static Policy latest(Part... rank) {
        return new Policy(Rule.LATEST, List.of(rank));
    }

    public static Policy of(Rule rule) {
        return new Policy(rule, List.of());
    }
}
