package io.mortise.connector.http;

import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.RichText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The table between a vendor's attributes and our fields. A row is a lens: what was written reads back as it was, and
 * what was read and is written changes nothing. Only what an object carries is mentioned, only what is mentioned is
 * written; none travels as null. A value that can't be read isn't mentioned: it is unknown, not none. Immutable; each method that adds a row returns a longer copy.
 */
public final class Mapping {
    private static final int FIRST_REAL_YEAR = 1901;

    private final List<Row<?>> rows;

    private Mapping(List<Row<?>> rows) {
        this.rows = List.copyOf(rows);
    }

    public static Mapping empty() {
        return new Mapping(List.of());
    }

    public Mapping text(Field<String> field, String wire) {
        return both(field, wire, o -> o.at(wire).plain().text(), v -> v);
    }

    public Mapping rich(Field<RichText> field, String wire) {
        return both(field, wire, o -> o.at(wire).plain().text().map(RichText::new), RichText::html);
    }

    /** None reads as false and is written as false: no vendor's flag has a third state. */
    public Mapping flag(Field<Boolean> field, String wire) {
        return add(new Row<>(
                field, wire, wire, o -> Optional.of(flag(o.at(wire))), v -> Json.of(v.orElse(Boolean.FALSE))));
    }

    /** A flag with the opposite meaning: {@code archived} for active. */
    public Mapping not(Field<Boolean> field, String wire) {
        return add(new Row<>(
                field, wire, wire, o -> Optional.of(!flag(o.at(wire))), v -> Json.of(!v.orElse(Boolean.TRUE))));
    }

    private static boolean flag(Json value) {
        if (!value.isNone() && !value.isFlag()) throw new IllegalArgumentException("neither true nor false");
        return value.flag();
    }

    public Mapping day(Field<LocalDate> field, String wire) {
        return day(field, wire, "");
    }

    /** @param suffix what makes a date the date-time that this vendor wants: {@code T00:00:00Z} */
    public Mapping day(Field<LocalDate> field, String wire, String suffix) {
        return both(field, wire, o -> o.at(wire).plain().text().flatMap(Mapping::day), v -> v + suffix);
    }

    /** A flag that is read and never written. */
    public Mapping shownFlag(Field<Boolean> field, String wire) {
        return shown(field, wire, o -> Optional.of(flag(o.at(wire))));
    }

    /** A date that is read and never written. */
    public Mapping shownDay(Field<LocalDate> field, String wire) {
        return shown(field, wire, o -> o.at(wire).plain().text().flatMap(Mapping::day));
    }

    private static Optional<LocalDate> day(String text) {
        LocalDate day = LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        return Optional.of(day).filter(Mapping::isReal);
    }

    /** 0001 and 1900 stand for none. */
    private static boolean isReal(LocalDate day) {
        return day.getYear() >= FIRST_REAL_YEAR;
    }

    public Mapping moment(Field<Instant> field, String wire) {
        return both(field, wire, o -> o.at(wire).plain().text().flatMap(Mapping::moment), Instant::toString);
    }

    private static Optional<Instant> moment(String text) {
        return Optional.of(Times.read(text)).filter(at -> isReal(LocalDate.ofInstant(at, ZoneOffset.UTC)));
    }

    /** An entry of a list: its id under one name, its label under another. An id of 0 is none. */
    public Mapping choice(Field<Choice> field, String id, String label) {
        return both(
                field,
                id,
                o -> Ids.read(o.at(id).plain())
                        .map(key -> new Choice(key, o.at(label).text().orElse(key))),
                v -> Ids.plain(v.key()));
    }

    /** Another record, by its id. An id of 0 is none. */
    public Mapping ref(Field<Ref> field, String wire, EntityType to) {
        return both(field, wire, o -> Ids.read(o.at(wire).plain()).map(id -> Ref.to(to, id)), v -> Ids.plain(v.id()));
    }

    /**
     * A row of one's own.
     *
     * @param wire the attribute that an object must carry for the field to be mentioned, and that is written
     * @param read from the whole object
     * @param write to the attribute's value, as in {@link Json#of}
     */
    public <T> Mapping both(Field<T> field, String wire, Function<Json, Optional<T>> read, Function<T, Object> write) {
        return add(new Row<>(field, wire, wire, read, v -> Json.of(v.map(write))));
    }

    /** A row that is read and never written. */
    public <T> Mapping shown(Field<T> field, String wire, Function<Json, Optional<T>> read) {
        return add(new Row<>(field, wire, "", read, v -> Json.NONE));
    }

    /** A text that is read and never written. */
    public Mapping shown(Field<String> field, String wire) {
        return shown(field, wire, o -> o.at(wire).plain().text());
    }

    /** A point in time that is read and never written. */
    public Mapping shownMoment(Field<Instant> field, String wire) {
        return shown(field, wire, o -> o.at(wire).plain().text().flatMap(Mapping::moment));
    }

    /** The last row is written under another name than it is read. */
    public Mapping writtenAs(String name) {
        var all = new ArrayList<>(rows);
        all.add(all.remove(all.size() - 1).as(name));
        return new Mapping(all);
    }

    private Mapping add(Row<?> row) {
        var all = new ArrayList<>(rows);
        all.add(row);
        return new Mapping(all);
    }

    /** The fields of which the object carries the attribute, and no others. */
    public Fields read(Json object) {
        return read(object, field -> {});
    }

    /** @param unread is told of each field that can't be read and therefore isn't mentioned */
    public Fields read(Json object, Consumer<Field<?>> unread) {
        var fields = Fields.with();
        readInto(fields, object, unread);
        return fields.build();
    }

    /** The same, for a record that is spread over several objects. */
    public void readInto(Fields.Builder fields, Json object, Consumer<Field<?>> unread) {
        rows.forEach(row -> row.read(object, fields, unread));
    }

    /** An object of the attributes of the mentioned fields that are writable here. */
    public Json write(Fields fields) {
        Json object = Json.object();
        for (Row<?> row : rows) object = row.write(fields, object);
        return object;
    }

    /** The field that an attribute named in an error means; letter case, dashes and underscores don't count. */
    public Optional<Field<?>> field(String attribute) {
        String asked = bare(attribute);
        return rows.stream()
                .filter(row ->
                        bare(row.wire()).equals(asked) || bare(row.writes()).equals(asked))
                .<Field<?>>map(Row::field)
                .findFirst();
    }

    /** The names that are written, for looking them up in an error's text. */
    public List<String> written() {
        return rows.stream().map(Row::writes).filter(name -> !name.isEmpty()).toList();
    }

    private static String bare(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[-_]", "");
    }
}
