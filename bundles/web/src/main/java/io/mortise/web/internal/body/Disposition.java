package io.mortise.web.internal.body;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** File names in headers (RFC 6266): a name is only a name, never a path or the end of the header. */
public final class Disposition {
    private static final Pattern EXTENDED = Pattern.compile("filename\\*=UTF-8''([^;\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN = Pattern.compile("filename=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);

    /** What turns or hides parts of a name, so that "gpj.exe" looks like "exe.jpg". */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}]");

    private Disposition() {}

    public static String attachment(String name) {
        String safe = safe(name).isEmpty() ? "download" : safe(name);
        String ascii = safe.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\%;]", "_");
        String all = URLEncoder.encode(safe, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + all;
    }

    /** The name a sender gave; "" when it gave none. */
    static String name(String header) {
        if (header == null) return "";
        Matcher extended = EXTENDED.matcher(header);
        if (extended.find()) return safe(decoded(extended.group(1)));
        Matcher plain = PLAIN.matcher(header);
        return plain.find() ? safe(plain.group(1)) : "";
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return ""; // not an encoded text, so no name
        }
    }

    private static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String seen = UNSEEN.matcher(last).replaceAll("").strip();
        return seen.matches("\\.*") ? "" : seen; // a folder, not a file
    }
}
