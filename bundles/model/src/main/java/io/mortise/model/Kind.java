package io.mortise.model;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a field can hold. The set is closed: store, engine and web interpret every kind, so nobody else makes one.
 * Each kind fixes the Java type, its one canonical form and its plain (JSON) form. Equal values have equal plain forms (a choice's label apart).
 */
public final class Kind<T> {
    /** Plain text, NFC, line ends {@code \n}. */
    public static final Kind<String> TEXT = new Kind<>("text", String.class, Kind::tidy, v -> v, String.class::cast);
    /** Formatted text in the platform's HTML profile (no images). */
    public static final Kind<RichText> RICH = new Kind<>(
            "rich", RichText.class, v -> new RichText(tidy(v.html())), RichText::html, p -> new RichText((String) p));

    public static final Kind<Boolean> FLAG = new Kind<>("flag", Boolean.class, v -> v, v -> v, Boolean.class::cast);
    public static final Kind<Long> WHOLE =
            new Kind<>("whole", Long.class, v -> v, v -> v, p -> ((Number) p).longValue());
    public static final Kind<BigDecimal> DECIMAL = new Kind<>(
            "decimal",
            BigDecimal.class,
            BigDecimal::stripTrailingZeros,
            BigDecimal::toPlainString,
            p -> new BigDecimal(p.toString()));
    /** A point in time, to the millisecond. */
    public static final Kind<Instant> MOMENT = new Kind<>(
            "moment",
            Instant.class,
            v -> v.truncatedTo(ChronoUnit.MILLIS),
            Instant::toString,
            p -> Instant.parse((String) p));
    /** A date without time or zone. */
    public static final Kind<LocalDate> DAY =
            new Kind<>("day", LocalDate.class, v -> v, LocalDate::toString, p -> LocalDate.parse((String) p));

    /** A wall-clock time without a date or zone, to the minute. */
    public static final Kind<LocalTime> TIME = new Kind<>(
            "time",
            LocalTime.class,
            v -> v.truncatedTo(ChronoUnit.MINUTES),
            LocalTime::toString,
            p -> LocalTime.parse((String) p));

    public static final Kind<Duration> SPAN = new Kind<>(
            "span",
            Duration.class,
            v -> v.truncatedTo(ChronoUnit.SECONDS),
            Duration::toString,
            p -> Duration.parse((String) p));
    public static final Kind<Choice> CHOICE = new Kind<>(
            "choice",
            Choice.class,
            v -> v,
            c -> pair("key", c.key(), "label", c.label()),
            p -> new Choice(part(p, "key"), part(p, "label")));
    /** An e-mail address or a phone number with its label. In sets, {@link Labelled#value} is the identity. */
    public static final Kind<Labelled> LABELLED = new Kind<>(
            "labelled",
            Labelled.class,
            v -> v,
            l -> pair("value", l.value(), "label", l.label()),
            p -> new Labelled(part(p, "value"), part(p, "label")));

    public static final Kind<Ref> REF = new Kind<>(
            "ref",
            Ref.class,
            v -> v,
            r -> pair("type", r.type(), "id", r.id()),
            p -> new Ref(part(p, "type"), part(p, "id")));
    /** Travels in edits and writes only; has no plain form, so it can be neither stored, listed nor logged by accident. */
    public static final Kind<Secret> SECRET = new Kind<>("secret", Secret.class, v -> v, Kind::refuse, Kind::refuse);

    /** A small structure that is shown and moved as a whole, never searched: String keys, plain values. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static final Kind<Map<String, Object>> JSON =
            new Kind<>("json", Map.class, v -> Collections.unmodifiableMap(new TreeMap<>(v)), v -> v, p ->
                    (Map<String, Object>) p);

    private final String name;
    private final Class<?> raw;
    private final Function<T, T> canon;
    private final Function<T, Object> plain;
    private final Function<Object, T> value;

    private Kind(
            String name, Class<?> raw, Function<T, T> canon, Function<T, Object> plain, Function<Object, T> value) {
        this.name = name;
        this.raw = raw;
        this.canon = canon;
        this.plain = plain;
        this.value = value;
    }

    /** Members without order and without doubles; two sides' additions and removals merge. */
    public static <E> Kind<Set<E>> setOf(Kind<E> of) {
        return new Kind<>(
                "set<" + of.name + ">",
                Set.class,
                v -> Collections.unmodifiableSet(each(v, of.canon, new LinkedHashSet<>())),
                v -> each(v, of.plain, new ArrayList<>()).stream()
                        .sorted((a, b) -> a.toString().compareTo(b.toString()))
                        .toList(),
                p -> each((Collection<?>) p, of.value::apply, new LinkedHashSet<>()));
    }

    /** Members in order; moves as one value. A list whose items are edited on their own is a child type instead. */
    public static <E> Kind<List<E>> listOf(Kind<E> of) {
        return new Kind<>(
                "list<" + of.name + ">",
                List.class,
                v -> List.copyOf(each(v, of.canon, new ArrayList<>())),
                v -> each(v, of.plain, new ArrayList<>()),
                p -> each((Collection<?>) p, of.value::apply, new ArrayList<>()));
    }

    public String name() {
        return name;
    }
    /** The one form in which equal values are {@code equals}. Idempotent. */
    public T canon(T v) {
        return canon.apply(v);
    }
    /** The JSON form: String, Number, Boolean, List or Map. */
    public Object plain(T v) {
        return plain.apply(v);
    }
    /** The inverse of {@link #plain}. Throws IllegalArgumentException when {@code p} isn't of this kind. */
    public T value(Object p) {
        try {
            return canon.apply(value.apply(p));
        } catch (ClassCastException | NullPointerException | java.time.DateTimeException e) {
            throw new IllegalArgumentException("not a " + name, e);
        }
    }
    /** Empty text and empty collections are no value: "" against nothing must never look like an edit. */
    public boolean isNone(T v) {
        return v instanceof String s
                ? s.isBlank()
                : v instanceof RichText r
                        ? r.html().isBlank()
                        : v instanceof Collection<?> c && c.isEmpty() || v instanceof Map<?, ?> m && m.isEmpty();
    }

    @SuppressWarnings("unchecked")
    T cast(Object v) {
        return (T) raw.cast(v);
    }

    @Override
    public String toString() {
        return name;
    }

    private static String tidy(String s) {
        return Normalizer.normalize(s, Normalizer.Form.NFC).replace("\r\n", "\n");
    }

    /** In the order of the names: sets are sorted by it, so it must be the same in every process. */
    private static Map<String, Object> pair(String name, String value, String other, String otherValue) {
        return Collections.unmodifiableMap(new TreeMap<>(Map.of(name, value, other, otherValue)));
    }

    private static String part(Object p, String key) {
        return (String) ((Map<?, ?>) p).get(key);
    }

    private static <X> X refuse(Object v) {
        throw new UnsupportedOperationException("a secret has no plain form");
    }

    private static <A, B, C extends Collection<B>> C each(
            Collection<? extends A> from, Function<A, ? extends B> f, C into) {
        for (A a : from) into.add(f.apply(a));
        return into;
    }
}
