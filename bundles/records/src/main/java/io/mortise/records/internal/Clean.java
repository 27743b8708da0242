package io.mortise.records.internal;

import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Kind;
import io.mortise.model.RichText;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.safety.Safelist;

/**
 * Formatted text as a browser may have it, from vendors and people alike: blocks, lists, marks and links that lead to the web,
 * a mailbox or a phone. No image, style, class or script. What the hub keeps stays as it came, so that nothing is lost where it
 * came from.
 */
final class Clean {
    /** Never changed. */
    private static final Safelist ALLOWED = allowed();

    private static final OutputSettings PLAIN = new OutputSettings().prettyPrint(false);

    private Clean() {}

    static String html(String html) {
        return Jsoup.clean(html, "", ALLOWED, PLAIN);
    }

    private static Safelist allowed() {
        return new Safelist()
                .addTags("p", "br", "b", "strong", "i", "em", "u", "s", "del", "ul", "ol", "li", "blockquote", "pre")
                .addTags(
                        "code", "h1", "h2", "h3", "h4", "hr", "div", "span", "a", "table", "thead", "tbody", "tr", "th",
                        "td")
                .addAttributes("a", "href")
                .addAttributes("td", "colspan", "rowspan")
                .addAttributes("th", "colspan", "rowspan")
                .addProtocols("a", "href", "http", "https", "mailto", "tel")
                .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
                .addEnforcedAttribute("a", "target", "_blank");
    }

    /** The same values, formatted texts clean. */
    static Fields of(EntityType type, Fields fields) {
        return each(type, fields, Clean::clean);
    }

    /**
     * What a person gives, clean. A text that is only what was shown before is none of his: it stays as it was kept, with what
     * the screens leave out.
     */
    static Fields given(EntityType type, Fields kept, Fields given) {
        Fields clean = of(type, given);
        Fields.Builder wanted = clean.but();
        for (Field<RichText> field : rich(type, clean)) {
            Optional<RichText> before = kept.get(field);
            if (before.map(Clean::clean).equals(clean.get(field))) wanted.set(field, before);
        }
        return wanted.build();
    }

    private static Fields each(EntityType type, Fields fields, UnaryOperator<RichText> change) {
        List<Field<RichText>> rich = rich(type, fields);
        if (rich.isEmpty()) return fields;
        Fields.Builder changed = fields.but();
        for (Field<RichText> field : rich) changed.set(field, fields.get(field).map(change));
        return changed.build();
    }

    private static RichText clean(RichText text) {
        return new RichText(html(text.html()));
    }

    /** Those that have a text. */
    @SuppressWarnings("unchecked") // its kind says so
    private static List<Field<RichText>> rich(EntityType type, Fields fields) {
        return type.fields().stream()
                .filter(field -> field.kind() == (Kind<?>) Kind.RICH)
                .map(field -> (Field<RichText>) field)
                .filter(field -> fields.get(field).isPresent())
                .toList();
    }
}
