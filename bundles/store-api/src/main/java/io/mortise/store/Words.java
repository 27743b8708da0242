package io.mortise.store;

import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Labelled;
import io.mortise.model.Ref;
import io.mortise.model.RichText;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a record is found by. */
final class Words {
    private Words() {}

    static String of(EntityType type, Fields fields) {
        Set<String> words = new TreeSet<>();
        for (Field<?> field : type.fields())
            if (!field.isConfidential()) fields.get(field).ifPresent(value -> add(words, value));
        return String.join(" ", words);
    }

    private static void add(Set<String> words, Object value) {
        if (value instanceof Collection<?> several) several.forEach(each -> add(words, each));
        else if (value instanceof Choice choice) split(words, choice.label());
        else if (value instanceof RichText rich) split(words, rich.html().replaceAll("<[^>]*>", " "));
        else if (value instanceof Labelled labelled) split(words, labelled.value());
        else if (!(value instanceof Ref || value instanceof Map || value instanceof Boolean))
            split(words, value.toString());
    }

    private static void split(Set<String> words, String text) {
        for (String word : text.toLowerCase(Locale.ROOT).split("[\\s,;\\p{Cntrl}]+"))
            if (!word.isEmpty()) words.add(word);
    }
}
