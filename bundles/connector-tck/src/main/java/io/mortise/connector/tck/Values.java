package io.mortise.connector.tck;

import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.Field;
import io.mortise.model.Kind;
import io.mortise.model.Labelled;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import io.mortise.model.RichText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.time.api.Dates;

/** Legal values of a field by its kind, and by its meaning where that has a form: nothing here knows a vendor. */
final class Values {
    private static final List<String> WORDS = List.of(
            "Brightwater",
            "O'Neill & Söhne",
            "<b>no markup</b>",
            "100 %",
            "a+b",
            "\"quoted\"",
            "C:\\Temp",
            "Ångström",
            "Łódź",
            "Жанна",
            "日本語",
            "🙂",
            "#7",
            "null",
            "0",
            "-",
            "1/2",
            "x;y,z",
            "${name}",
            "?",
            "[x]",
            "{y}",
            "'");
    private static final List<String> LABELS = List.of("Work", "Home");

    private Values() {}

    /** Empty for a kind whose values only the vendor knows. */
    static Optional<Arbitrary<?>> of(Field<?> field) {
        Arbitrary<?> special = FORMS.get(field.name());
        return Optional.ofNullable(special == null ? byKind(field.kind()) : special);
    }

    private static final Map<String, Arbitrary<?>> FORMS = Map.of(
            Configuration.MAC.name(), mac(),
            Configuration.PRIMARY_IP.name(), digits(1, 3).list().ofSize(4).map(Values::ip),
            Configuration.SERIAL.name(),
                    Arbitraries.strings()
                            .withChars("ABCXYZ0189-")
                            .ofMinLength(4)
                            .ofMaxLength(14),
            Contact.EMAILS.name(), emails(),
            Contact.PHONES.name(), phones(),
            Location.PHONE.name(), phone(),
            Location.POSTAL_CODE.name(), digits(5, 5),
            Organization.WEBSITE.name(),
                    Arbitraries.strings().alpha().ofLength(8).map(s -> "https://" + s + ".example"));

    private static Arbitrary<?> byKind(Kind<?> kind) {
        if (kind == (Kind<?>) Kind.TEXT) return text();
        if (kind == (Kind<?>) Kind.RICH)
            return text().map(t -> new RichText("<p>" + t.replaceAll("[<>&]", "") + "</p>"));
        if (kind == (Kind<?>) Kind.FLAG) return Arbitraries.of(true, false);
        if (kind == (Kind<?>) Kind.DAY) return days();
        if (kind == (Kind<?>) Kind.MOMENT) return days().map(Values::noon);
        return null;
    }

    private static Arbitrary<String> text() {
        return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(4).map(all -> String.join(" ", all));
    }

    private static Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.of(1901, 1, 1), LocalDate.of(2099, 12, 31));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 34, 56).toInstant(ZoneOffset.UTC);
    }

    private static Arbitrary<String> digits(int least, int most) {
        return Arbitraries.strings().numeric().ofMinLength(least).ofMaxLength(most);
    }

    private static String ip(List<String> parts) {
        return String.join(
                ".", parts.stream().map(p -> "" + Integer.parseInt(p) % 256).toList());
    }

    private static Arbitrary<String> mac() {
        return Arbitraries.strings()
                .withChars("0123456789abcdef")
                .ofLength(12)
                .map(s -> s.replaceAll("(..)(?!$)", "$1:"));
    }

    private static Arbitrary<String> phone() {
        return digits(7, 7).map(d -> "503" + d);
    }

    private static Arbitrary<Set<Labelled>> emails() {
        return labelled(Arbitraries.strings()
                .alpha()
                .numeric()
                .ofLength(9)
                .map(s -> s.toLowerCase(java.util.Locale.ROOT) + "@mail.example"));
    }

    private static Arbitrary<Set<Labelled>> phones() {
        return labelled(phone().flatMap(p -> digits(0, 3).map(x -> x.isEmpty() ? p : p + "x" + x)));
    }

    /** Each address once, whatever its label. */
    private static Arbitrary<Set<Labelled>> labelled(Arbitrary<String> values) {
        return values.set()
                .ofMinSize(1)
                .ofMaxSize(3)
                .flatMap(all -> Arbitraries.of(LABELS).list().ofSize(all.size()).map(labels -> {
                    Set<Labelled> members = new LinkedHashSet<>();
                    all.forEach(value -> members.add(new Labelled(value, labels.get(members.size()))));
                    return members;
                }));
    }
}
