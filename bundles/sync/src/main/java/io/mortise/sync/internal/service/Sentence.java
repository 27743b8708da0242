package io.mortise.sync.internal.service;

/** What went wrong as a whole sentence. */
final class Sentence {
    private Sentence() {}

    /** A host's name stays as it is. */
    static String of(String words) {
        boolean host = words.split(" ", 2)[0].matches(".*[.\\d].*");
        String whole = host ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return whole.matches("(?s).*[.!?…]") ? whole : whole + ".";
    }
}
