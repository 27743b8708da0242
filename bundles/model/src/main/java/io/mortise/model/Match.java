package io.mortise.model;

import java.util.List;

/**
 * When two systems' records inside one organization are the same thing: all {@code fields} are filled on both sides,
 * none of the values is junk, and they are equal (of sets: share a member). One to one, or it isn't proof.
 *
 * @param fields none: the only record on either side
 * @param unlessDiffer no proof when both sides fill one of these, and differently
 * @param ifMissing proof only where neither side has a usable value in any of these
 * @param ifSwitchedOn proof only while the connection's switch "link records of equal name" is on; otherwise a proposal
 */
public record Match(
        Strength strength,
        List<Field<?>> fields,
        List<Field<?>> unlessDiffer,
        List<Field<?>> ifMissing,
        boolean ifSwitchedOn) {
    public enum Strength {
        /** Links by itself when one to one. */
        AUTO,
        /** Waits in the inbox as a proposal. */
        SUGGEST
    }

    public static Match auto(Field<?>... all) {
        return new Match(Strength.AUTO, List.of(all), List.of(), List.of(), false);
    }

    public static Match suggest(Field<?>... all) {
        return new Match(Strength.SUGGEST, List.of(all), List.of(), List.of(), false);
    }

    public Match unlessDiffer(Field<?>... any) {
        return new Match(strength, fields, List.of(any), ifMissing, ifSwitchedOn);
    }

    public Match ifMissing(Field<?>... all) {
        return new Match(strength, fields, unlessDiffer, List.of(all), ifSwitchedOn);
    }

    public Match whenSwitchedOn() {
        return new Match(strength, fields, unlessDiffer, ifMissing, true);
    }
}
