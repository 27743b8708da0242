package io.mortise.sync.internal.match;

import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Labelled;
import io.mortise.model.Ref;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Values as evidence: folded so that what people write in several ways is equal, junk left out. */
final class Evident {
    private static final Map<String, String> ABBREVIATIONS = Map.of(
            "street",
            "st",
            "road",
            "rd",
            "avenue",
            "ave",
            "boulevard",
            "blvd",
            "drive",
            "dr",
            "lane",
            "ln",
            "suite",
            "ste",
            "square",
            "sq",
            "court",
            "ct",
            "place",
            "pl");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}@]+");
    private final EntityType type;

    Evident(EntityType type) {
        this.type = type;
    }

    /** Every combination of the fields' evident values; none if a field has none. */
    Set<String> keys(List<Field<?>> fields, Map<String, Object> values) {
        Set<String> keys = Set.of("");
        for (Field<?> field : fields) {
            Set<String> longer = new LinkedHashSet<>();
            for (String key : keys) for (String value : of(field, values)) longer.add(key + "\u0000" + value);
            keys = longer;
        }
        return keys;
    }

    /** The evident values of one field: several for a set, none for junk. */
    Set<String> of(Field<?> field, Map<String, Object> values) {
        Object value = values.get(field.name());
        Collection<?> members = value == null ? List.of() : value instanceof Collection<?> c ? c : List.of(value);
        Set<String> evident = new LinkedHashSet<>();
        for (Object member : members) if (!field.isJunk(member)) evident.add(fold(field, member));
        evident.remove("");
        return evident;
    }

    private String fold(Field<?> field, Object member) {
        if (member instanceof Choice choice) return choice.key();
        if (member instanceof Ref ref) return ref.id();
        String text = member instanceof Labelled labelled ? labelled.value() : member.toString();
        String lower = BLANKS.matcher(text.toLowerCase(Locale.ROOT).strip()).replaceAll(" ");
        return field.equals(type.title()) ? lower : plain(lower);
    }

    private static String plain(String lower) {
        StringBuilder folded = new StringBuilder();
        for (String word : BETWEEN.split(lower)) folded.append(ABBREVIATIONS.getOrDefault(word, word));
        return folded.toString();
    }
}
