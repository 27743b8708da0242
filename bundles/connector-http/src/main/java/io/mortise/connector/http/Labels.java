package io.mortise.connector.http;

import io.mortise.connector.Fault;
import io.mortise.model.Field;
import io.mortise.model.Labelled;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * E-mail addresses or phone numbers as vendors list them: items with a value, a label and a mark on the default one.
 * Two fields of ours, the set and its default, are one list there.
 *
 * @param list the attribute that holds the items
 * @param label the attribute of an item that says what it is for
 * @param primary the attribute of an item that marks the default
 * @param value of an item
 * @param item an item of this value, without label and mark
 */
public record Labels(
        Field<Set<Labelled>> set,
        Field<String> one,
        String list,
        String label,
        String primary,
        Function<Json, Optional<String>> value,
        Function<String, Json> item) {
    public Labels(
            Field<Set<Labelled>> set, Field<String> one, String list, String value, String label, String primary) {
        this(
                set,
                one,
                list,
                label,
                primary,
                i -> i.at(value).text(),
                v -> Json.object().with(value, v));
    }

    /** The table with the two rows for reading; writing is {@link #write}. */
    public Mapping in(Mapping mapping) {
        return mapping.shown(set, list, o -> Optional.of(members(o))).shown(one, list, this::defaultOf);
    }

    private Set<Labelled> members(Json object) {
        Set<Labelled> all = new LinkedHashSet<>();
        items(object)
                .forEach(i -> value.apply(i)
                        .ifPresent(
                                v -> all.add(new Labelled(v, i.at(label).text().orElse("")))));
        return all;
    }

    private List<Json> items(Json object) {
        Json items = object.at(list);
        if (!items.isNone() && !items.isList()) throw new IllegalArgumentException("not a list");
        return items.items();
    }

    /** None marked: the first. An item without a value is none, marked or not. */
    private Optional<String> defaultOf(Json object) {
        List<Json> items =
                items(object).stream().filter(i -> value.apply(i).isPresent()).toList();
        return items.stream()
                .filter(i -> i.at(primary).flag())
                .findFirst()
                .or(() -> items.stream().findFirst())
                .flatMap(value);
    }

    /** @throws Fault CORRECT if the default is none of the members */
    public void requireMember(Set<Labelled> members, Optional<String> chosen) throws Fault {
        if (chosen.isPresent() && !members.contains(new Labelled(chosen.get(), "")))
            throw Fault.correct(
                    "The default must be one of the contact's " + set.label().toLowerCase(Locale.ROOT),
                    Map.of(one, "It isn't one of the contact's " + set.label().toLowerCase(Locale.ROOT)));
    }

    /**
     * The items of a set; the default one is marked, or the first where the default isn't a member.
     *
     * @param labels what to write for our label
     */
    public List<Json> write(Set<Labelled> members, Optional<String> chosen, UnaryOperator<String> labels) {
        Optional<String> first = members.stream().map(Labelled::value).findFirst();
        String marked = chosen.filter(c -> members.contains(new Labelled(c, "")))
                .or(() -> first)
                .orElse("");
        List<Json> items = new ArrayList<>();
        for (Labelled m : members)
            items.add(item.apply(m.value())
                    .with(label, labels.apply(m.label()))
                    .with(primary, m.value().equalsIgnoreCase(marked)));
        return items;
    }
}
