package io.mortise.connector.http;

import java.util.Locale;

/** Words of lists: one system's "Dell Inc." is another's "Dell". */
public final class Words {
    private Words() {}

    /** Letter case, blanks, points and legal forms apart. */
    public static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    /** What is left of a name without them. */
    public static String folded(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[.,]", " ")
                .replaceAll("\\b(inc|corp|corporation|ltd|gmbh|co)\\b", "")
                .strip()
                .replaceAll("\\s+", " ");
    }
}
