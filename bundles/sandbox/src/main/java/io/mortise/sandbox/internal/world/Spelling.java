package io.mortise.sandbox.internal.world;

import java.util.Locale;

/** How the systems spell one customer's name: most of them alike, a few the way that people really do. */
record Spelling(String itGlue, String bms, String vsa, boolean twiceAtItGlue) {

    /** @param place the customer's place in a group of twenty-five; nineteen of them are spelled alike everywhere */
    static Spelling of(String name, int place) {
        return switch (place) {
            case 3 -> new Spelling(name, name, name + " LLC", false);
            case 8 -> new Spelling(name, name.replace(" & ", " and ") + ", Inc.", name, false);
            case 12 -> new Spelling(name.toUpperCase(Locale.ROOT), name, name, false);
            case 16 -> new Spelling(name, name, name, true);
            case 20 -> new Spelling(null, name, name, false);
            case 23 -> new Spelling(name, null, null, false);
            default -> new Spelling(name, name, name, false);
        };
    }
}
