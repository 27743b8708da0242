package io.mortise.sandbox.internal.itglue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The resources of the IT Glue API that are simulated, as its developer pages list them. The order of the types fixes
 * the ids of their records, so new types come last.
 */
final class Catalog {
    private final Map<String, Spec> specs = new LinkedHashMap<>();

    Catalog() {
        Stream.of(
                        CoreSpecs.all(),
                        ListSpecs.all(),
                        PasswordSpecs.all(),
                        LinkSpecs.all(),
                        ChecklistSpecs.all(),
                        DocumentSpecs.all(),
                        FlexibleSpecs.all(),
                        PeopleSpecs.all(),
                        SmallSpecs.all())
                .flatMap(List::stream)
                .forEach(draft -> {
                    Spec spec = draft.spec();
                    specs.put(spec.type(), spec);
                });
    }

    Map<String, Spec> all() {
        return specs;
    }

    Spec get(String type) {
        return specs.get(type);
    }
}
