package io.mortise.records.internal;

import io.mortise.api.Refusal;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Choices as the hub keeps them: known by their word. A key that came with one is a vendor's or a guess; kept, it would
 * be an entry of its own beside the same word, and no vendor's list would have it.
 */
final class Worded {
    private Worded() {}

    static Fields of(EntityType type, Fields given) {
        Fields.Builder worded = given.but();
        Map<String, String> wrong = new TreeMap<>();
        for (Field<Choice> field : choices(type))
            given.get(field).ifPresent(choice -> {
                if (choice.label().isBlank()) wrong.put(field.name(), "needs the word for it, as its \"label\"");
                else worded.set(field, Choice.named(choice.label()));
            });
        if (!wrong.isEmpty()) throw Refusal.invalid("Please correct what is named, then save again.", wrong);
        return worded.build();
    }

    static List<Field<Choice>> choices(EntityType type) {
        return type.fields().stream()
                .flatMap(field -> field.ofChoices().stream())
                .toList();
    }
}
