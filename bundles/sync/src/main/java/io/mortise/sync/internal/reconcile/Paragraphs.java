package io.mortise.sync.internal.reconcile;

import io.mortise.model.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as the parts that people change on their own: lines of plain text, blocks of rich text. Joined, they are the text again. */
final class Paragraphs {
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>\\s*");
    private static final Set<String> BLOCKS =
            Set.of("p", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote", "pre", "table", "div");
    private static final Set<String> ALONE = Set.of("br", "hr", "img");

    private Paragraphs() {}

    static List<String> of(Object text) {
        if (text == null) return List.of();
        return text instanceof RichText rich
                ? blocks(rich.html())
                : List.of(text.toString().split("\n", -1));
    }

    /** @return null for no text */
    static Object joined(List<String> parts, Object like) {
        if (parts.isEmpty()) return null;
        return like instanceof RichText ? new RichText(String.join("", parts)) : String.join("\n", parts);
    }

    private static List<String> blocks(String html) {
        List<String> blocks = new ArrayList<>();
        Matcher tag = TAG.matcher(html);
        int depth = 0;
        int start = 0;
        while (tag.find()) {
            String name = tag.group(2).toLowerCase(java.util.Locale.ROOT);
            boolean closes = !tag.group(1).isEmpty();
            if (!ALONE.contains(name)) depth += closes ? -1 : 1;
            boolean ends = name.equals("br") || closes && BLOCKS.contains(name);
            if (depth > 0 || !ends) continue;
            blocks.add(html.substring(start, tag.end()));
            start = tag.end();
        }
        if (start < html.length()) blocks.add(html.substring(start));
        return List.copyOf(blocks);
    }
}
