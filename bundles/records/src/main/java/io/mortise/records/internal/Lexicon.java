package io.mortise.records.internal;

import io.mortise.api.Refusal;
import io.mortise.model.Declared;
import io.mortise.model.EntityType;

/** The record types there are, by the names that callers give. */
final class Lexicon {
    private Lexicon() {}

    static EntityType type(String name) {
        return Declared.type(name)
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, "There are no records of type " + name + "."));
    }
}
