package io.mortise.records.internal;

import io.mortise.api.Find;
import io.mortise.api.Slice;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.store.Query;
import io.mortise.store.Query.Condition;
import io.mortise.store.Query.Position;
import io.mortise.store.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A caller's question in the store's terms. */
final class Questions {
    private Questions() {}

    static Query query(Find find) {
        Query query = Query.all(find.type().name(), find.limit()).where(conditions(find));
        Optional<Set<String>> organizations = organizations(find);
        if (organizations.isPresent()) query = query.within(organizations.get());
        if (find.isAlsoInactive()) query = query.alsoInactive();
        if (!find.words().isBlank()) query = query.words(words(find.words()));
        String sort = sort(find);
        Optional<Position> after = find.after().map(Cursor::read).or(() -> Since.start(find));
        if (sort.equals(Query.CHANGED)) after.ifPresent(Questions::requireTime);
        return query.sort(sort, find.isDown()).after(after);
    }

    private static String sort(Find find) {
        if (find.sort().isEmpty() || find.sort().get().equals(find.type().title())) return "";
        return find.sort().get().equals(EntityType.CHANGED_AT)
                ? Query.CHANGED
                : path(find.sort().get());
    }

    private static void requireTime(Position position) {
        if (!position.value().matches("\\d{1,18}")) throw Slice.noPlace();
    }

    /** What the row was sorted by, as text. */
    static String sortValue(Find find, Map<String, Object> plain, Row row) {
        String sort = sort(find);
        if (sort.isEmpty()) return row.title();
        if (sort.equals(Query.CHANGED)) return Long.toString(row.changedAt().toEpochMilli());
        Object value = plain.get(find.sort().get().name());
        if (value instanceof Map<?, ?> map) value = map.get(map.containsKey("label") ? "label" : "id");
        return value == null ? "" : value.toString();
    }

    private static String path(Field<?> field) {
        return switch (field.kind().name()) {
            case "choice" -> field.name() + ".label";
            case "ref" -> field.name() + ".id";
            default -> field.name();
        };
    }

    private static List<String> words(String typed) {
        return Stream.of(typed.toLowerCase(Locale.ROOT).strip().split("[\\s,;\\p{Cntrl}]+"))
                .filter(word -> !word.isEmpty())
                .limit(8)
                .toList();
    }

    private static List<Condition> conditions(Find find) {
        List<Condition> all = new ArrayList<>();
        for (Find.Condition condition : find.where()) {
            if (isWithin(find, condition) || Since.is(condition)) continue;
            Query.Test test = Query.Test.valueOf(condition.test().name());
            all.add(new Condition(compared(condition.field()), test, texts(condition)));
        }
        return all;
    }

    /** In which organizations it must lie: that has a column and an index of its own. */
    private static Optional<Set<String>> organizations(Find find) {
        return find.where().stream()
                .filter(condition -> isWithin(find, condition))
                .map(Questions::texts)
                .map(ids -> (Set<String>) new HashSet<>(ids))
                .reduce((some, others) -> {
                    some.retainAll(others);
                    return some;
                });
    }

    private static boolean isWithin(Find find, Find.Condition condition) {
        return condition.test() == Find.Test.IS
                && find.type().within().filter(condition.field()::equals).isPresent();
    }

    private static List<String> texts(Find.Condition condition) {
        return condition.values().stream()
                .map(fields -> text(condition.field(), fields))
                .toList();
    }

    private static String compared(Field<?> field) {
        return switch (field.kind().name()) {
            case "choice" -> field.name() + ".key";
            case "ref" -> field.name() + ".id";
            default -> field.name();
        };
    }

    private static String text(Field<?> field, Fields fields) {
        Object value = fields.get(field).orElseThrow();
        if (value instanceof Ref ref) return ref.id();
        if (value instanceof Choice choice) return choice.key();
        return plain(field, value).toString();
    }

    @SuppressWarnings("unchecked") // the value is of this field
    private static <T> Object plain(Field<T> field, Object value) {
        return field.kind().plain((T) value);
    }
}
