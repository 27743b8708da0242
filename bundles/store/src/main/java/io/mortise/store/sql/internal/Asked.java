package io.mortise.store.sql.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What one transaction has asked already, with its answer: several steps of one decision ask the same. A change forgets
 * it all. Not thread-safe.
 */
final class Asked {
    private static final int MOST = 100;

    private final Map<List<Object>, Object> answers = new HashMap<>();

    /** @param question all that the answer depends on; the first part says what is asked */
    @SuppressWarnings("unchecked") // the same question has an answer of the same kind
    <R> R answer(Supplier<R> look, Object... question) {
        List<Object> key = Arrays.asList(question);
        Object known = answers.get(key);
        if (known != null) return (R) known;
        R found = look.get();
        if (answers.size() < MOST) answers.put(key, found);
        return found;
    }

    void forget() {
        answers.clear();
    }
}
