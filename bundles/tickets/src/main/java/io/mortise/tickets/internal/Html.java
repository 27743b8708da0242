package io.mortise.tickets.internal;

import io.mortise.api.Refusal;
import io.mortise.model.RichText;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Formatted text in the platform's profile: nothing in it runs, loads or looks like the page around it. Thread-safe. */
final class Html {
    private static final int LONGEST = 100_000;
    private static final OutputSettings AS_IS = new OutputSettings().prettyPrint(false);

    /** A web page or an e-mail address, in a page of its own that learns nothing of where it was linked. */
    private final Safelist profile = Safelist.none()
            .addTags("p", "br", "b", "strong", "i", "em", "u", "s", "a", "ul", "ol", "li", "h1", "h2", "h3", "h4")
            .addTags("blockquote", "code", "pre", "table", "thead", "tbody", "tr", "th", "td", "div", "span")
            .addAttributes("a", "href")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("th", "colspan", "rowspan")
            .addProtocols("a", "href", "http", "https", "mailto", "tel")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
            .addEnforcedAttribute("a", "target", "_blank");

    /** What may be shown of a text from anywhere. */
    String clean(String html) {
        Document clean = new Cleaner(profile).clean(Jsoup.parseBodyFragment(html));
        clean.outputSettings(AS_IS);
        return clean.body().html();
    }

    /**
     * What somebody here wrote. What could run is left out without a word; a picture that would be lost is a refusal.
     *
     * @param field under which the refusal tells it
     */
    RichText written(String html, String field) {
        if (html.length() > LONGEST)
            throw Refusal.invalid(
                    "This text is too long: at most " + LONGEST + " characters. Put the rest on the ticket as a file.",
                    Map.of(field, "is longer than " + LONGEST + " characters"));
        if (Jsoup.parseBodyFragment(html).selectFirst("img, svg, video, object, embed, iframe") != null)
            throw Refusal.invalid(
                    "A text takes no pictures. Put the picture on the ticket as an attachment, and save the text without it.",
                    Map.of(field, "has a picture in it; put it on the ticket as an attachment"));
        return new RichText(clean(html));
    }

    /** The words alone. */
    String text(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }

    /** Text that stands in HTML, also inside an attribute, as itself. */
    static String escaped(String text) {
        return Entities.escape(text).replace("\"", "&quot;").replace("'", "&#39;");
    }
}
