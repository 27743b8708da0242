package io.mortise.tickets.internal;

import io.mortise.api.Refusal;
import io.mortise.model.RichText;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Formatted text of the desk. Pure. */
final class Html {
    private static final int LONGEST = 100_000;
    private static final Pattern PICTURE = Pattern.compile("(?i)<(img|image|svg|video|object|embed|iframe)\\b");
    private static final Pattern MARK = Pattern.compile("(?i)</?(a|b|strong|i|em|u|s|del|code|span)(\\s[^>]*)?>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private Html() {}

    /**
     * What somebody here wrote, clean. What could run is left out without a word; a picture that would be lost is a refusal.
     *
     * @param field under which the refusal tells it
     */
    static RichText written(String html, String field, UnaryOperator<String> clean) {
        if (html.length() > LONGEST)
            throw Refusal.invalid(
                    "This text is too long: at most " + LONGEST + " characters. Put the rest on the ticket as a file.",
                    Map.of(field, "is longer than " + LONGEST + " characters"));
        if (PICTURE.matcher(html).find())
            throw Refusal.invalid(
                    "A text takes no pictures. Put the picture on the ticket as an attachment, and save the text without it.",
                    Map.of(field, "has a picture in it; put it on the ticket as an attachment"));
        return new RichText(clean.apply(html));
    }

    /** The words alone of a clean text. */
    static String text(String clean) {
        String marked = MARK.matcher(clean).replaceAll("");
        return TAG.matcher(marked)
                .replaceAll(" ")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Text that stands in HTML, also inside an attribute, as itself. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
