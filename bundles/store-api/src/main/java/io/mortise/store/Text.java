package io.mortise.store;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form in which every store can keep a text. */
final class Text {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.:/-]{1,200}");
    private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** A database index takes no more than some 2,700 bytes. */
    private static final int SORTED = 200;

    private Text() {}

    static String keepable(String text) {
        return text.indexOf(0) < 0 ? text : text.replace('\0', '\uFFFD');
    }

    static String keepableJson(String json) {
        String clean = keepable(json);
        return clean.contains("\\u0000") ? ESCAPED_NUL.matcher(clean).replaceAll("$1\uFFFD") : clean;
    }

    static String folded(String title) {
        String start = title.codePointCount(0, title.length()) <= SORTED
                ? title
                : title.substring(0, title.offsetByCodePoints(0, SORTED));
        String plain = Normalizer.isNormalized(start, Normalizer.Form.NFD)
                ? start
                : Normalizer.normalize(start, Normalizer.Form.NFD);
        return MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    }

    static void requireName(String path) {
        if (!NAME.matcher(path).matches())
            throw new IllegalArgumentException("no field can have the name \"" + path + "\"");
    }
}
