package io.mortise.web.internal.route;

import io.mortise.web.internal.http.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version that a writing caller has seen. */
final class IfMatch {
    /** A compressing server marks the tag it sent; that is still the same version. */
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})(?:--gzip)?\"");

    private IfMatch() {}

    /** @param header null when there is none */
    static long version(String header) {
        if (header == null) {
            throw Problem.of(
                            428,
                            "version-needed",
                            "Which version?",
                            "Read the record first and send its ETag back in If-Match, so that nobody's change is"
                                    + " overwritten unseen.")
                    .halt();
        }
        Matcher tag = TAG.matcher(header.strip());
        if (tag.matches()) return Long.parseLong(tag.group(1));
        throw Problem.of(
                        400,
                        "version-unclear",
                        "Which version?",
                        "If-Match must be one strong tag as ETag gave it, such as \"12\" with its quotes; weak tags,"
                                + " lists and * are not taken.")
                .halt();
    }

    static String tag(long version) {
        return "\"" + version + "\"";
    }
}
