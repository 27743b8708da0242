package io.mortise.model;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The one form of values that people and machines write in several ways. Each is idempotent. */
final class Canon {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NO_HEX = Pattern.compile("[^0-9a-f]");
    private static final Pattern HEX_PAIR = Pattern.compile("(..)(?!$)");
    private static final Pattern EXTENSION = Pattern.compile("(?:ext\\.?|x|#)\\s*");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D");

    private Canon() {}

    /** Outer blanks go, inner ones collapse; case stays. */
    static String line(String s) {
        if (isLine(s)) return s;
        return BLANKS.matcher(s.strip()).replaceAll(" ");
    }

    /** Most are: to see it costs far less than to make it so. */
    private static boolean isLine(String s) {
        boolean blank = true; // one at the beginning isn't alone
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == ' ' ? blank : Character.isWhitespace(c)) return false;
            blank = c == ' ';
        }
        return !blank || s.isEmpty();
    }

    static String serial(String s) {
        return line(s).toUpperCase(Locale.ROOT);
    }

    static String email(String s) {
        return s.strip().toLowerCase(Locale.ROOT);
    }

    /** {@code aa:bb:cc:dd:ee:ff}; what isn't twelve hexadecimal digits stays as it is, in lower case. */
    static String mac(String s) {
        String digits = NO_HEX.matcher(s.toLowerCase(Locale.ROOT)).replaceAll("");
        return digits.length() == 12
                ? HEX_PAIR.matcher(digits).replaceAll("$1:")
                : s.strip().toLowerCase(Locale.ROOT);
    }

    /** Digits with a leading plus if there was one; an extension follows as {@code x123}. */
    static String phone(String s) {
        if (isDialled(s)) return s;
        String[] parts = EXTENSION.split(s.strip().toLowerCase(Locale.ROOT), 2);
        String plus = parts[0].strip().startsWith("+") ? "+" : "";
        String digits = NO_DIGIT.matcher(parts[0]).replaceAll("");
        if (digits.isEmpty()) return line(s);
        String extension = parts.length > 1 ? NO_DIGIT.matcher(parts[1]).replaceAll("") : "";
        return plus + digits + (extension.isEmpty() ? "" : "x" + extension);
    }

    private static boolean isDialled(String s) {
        int from = s.startsWith("+") ? 1 : 0;
        for (int i = from; i < s.length(); i++) if (s.charAt(i) < '0' || s.charAt(i) > '9') return false;
        return s.length() > from;
    }

    /** As CSS writes it; anything else is none, since screens write it into a style. */
    static String color(String s) {
        String lower = s.strip().toLowerCase(Locale.ROOT);
        return lower.matches("#[0-9a-f]{3,8}|[a-z]{3,20}|rgba?\\([0-9., %]{1,30}\\)") ? lower : "";
    }

    static Set<Labelled> emails(Set<Labelled> all) {
        return each(all, Canon::email);
    }

    static Set<Labelled> phones(Set<Labelled> all) {
        return each(all, Canon::phone);
    }

    static Set<String> macs(Set<String> all) {
        return all.stream().map(Canon::mac).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Labelled> each(Set<Labelled> all, java.util.function.UnaryOperator<String> canon) {
        return all.stream()
                .map(l -> new Labelled(canon.apply(l.value()), l.label()))
                .filter(l -> !l.value().isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
