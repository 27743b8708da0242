package io.mortise.sandbox.internal.itglue;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what is documented about a resource; names are given as one text, parted by blanks. */
final class SpecDraft {
    private final String type;
    private String path;
    private String attributes = "";
    private String required = "";
    private String writable = "";
    private String createOnly = "";
    private String hidden = "";
    private String whenSynced = "";
    private String filters = "";
    private String sorts = "";
    private String includes = "";
    private String showIncludes = "";
    private Set<Op> flat = Set.of();
    private Set<Op> userOnly = Set.of();
    private final Map<String, Set<Op>> below = new LinkedHashMap<>();

    private SpecDraft(String type) {
        this.type = type;
        this.path = type.replace('-', '_');
    }

    static SpecDraft of(String type) {
        return new SpecDraft(type);
    }

    SpecDraft at(String value) {
        path = value;
        return this;
    }

    SpecDraft shows(String names) {
        attributes = names;
        return this;
    }

    SpecDraft needs(String names) {
        required = names;
        return this;
    }

    SpecDraft takes(String names) {
        writable = names;
        return this;
    }

    SpecDraft takesOnce(String names) {
        createOnly = names;
        return this;
    }

    SpecDraft hides(String names) {
        hidden = names;
        return this;
    }

    SpecDraft takesWhenSynced(String names) {
        whenSynced = names;
        return this;
    }

    SpecDraft filters(String names) {
        filters = names;
        return this;
    }

    SpecDraft sorts(String names) {
        sorts = names;
        return this;
    }

    SpecDraft includes(String names) {
        includes = names;
        return this;
    }

    SpecDraft includesOnShow(String names) {
        showIncludes = names;
        return this;
    }

    SpecDraft flat(Op... ops) {
        flat = set(ops);
        return this;
    }

    SpecDraft below(String parents, Op... ops) {
        below.put(parents, set(ops));
        return this;
    }

    SpecDraft forUsersOnly(Op... ops) {
        userOnly = set(ops);
        return this;
    }

    private static Set<Op> set(Op... ops) {
        return ops.length == 0 ? Set.of() : EnumSet.copyOf(List.of(ops));
    }

    Spec spec() {
        return new Spec(
                type,
                path,
                names(attributes),
                names(required),
                Set.copyOf(names(writable)),
                Set.copyOf(names(createOnly)),
                Set.copyOf(names(hidden)),
                Set.copyOf(names(whenSynced)),
                Set.copyOf(names(filters)),
                Set.copyOf(names(sorts)),
                Set.copyOf(names(includes)),
                Set.copyOf(names(showIncludes)),
                flat,
                below,
                userOnly);
    }

    private static List<String> names(String text) {
        return text.isBlank() ? List.of() : List.of(text.trim().split("\\s+"));
    }
}
