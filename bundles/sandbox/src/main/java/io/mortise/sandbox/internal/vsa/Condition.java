package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code $filter}: comparisons and text functions joined by {@code and}. */
final class Condition {
    private static final Pattern COMPARISON = Pattern.compile("(\\w+)\\s+(eq|ne|gt|ge|lt|le)\\s+(.+)");
    private static final Pattern FUNCTION =
            Pattern.compile("(substringof|startswith|endswith)\\s*\\((.+)\\)(?:\\s+eq\\s+true)?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([mMdDfFlL]?)");
    private static final int LONGEST_PLAIN_NUMBER = 9;
    private static final int LONGEST_DECIMAL = 15;

    private Condition() {}

    static Predicate<ObjectNode> parse(String text) {
        Predicate<ObjectNode> all = row -> true;
        for (String term : terms(text)) {
            all = all.and(term(term.trim()));
        }
        return all;
    }

    /** Splits at {@code and}, but not inside quotes. */
    private static List<String> terms(String text) {
        List<String> terms = new ArrayList<>();
        StringBuilder term = new StringBuilder();
        boolean quoted = false;
        for (String word : text.trim().split("(?<=\\s)|(?=\\s)")) {
            if (!quoted && word.equals("and")) {
                terms.add(term.toString());
                term.setLength(0);
            } else {
                term.append(word);
                quoted ^= word.chars().filter(each -> each == '\'').count() % 2 == 1;
            }
        }
        terms.add(term.toString());
        return terms;
    }

    private static Predicate<ObjectNode> term(String term) {
        Matcher function = FUNCTION.matcher(term);
        if (function.matches()) {
            return function(function.group(1), function.group(2));
        }
        Matcher comparison = COMPARISON.matcher(term);
        if (!comparison.matches()) {
            throw new Refusal(400, "Syntax error in $filter at '" + term + "'");
        }
        String operator = comparison.group(2);
        String literal = literal(comparison.group(3).trim());
        String field = comparison.group(1);
        return row -> holds(operator, compare(value(row, field), literal));
    }

    private static Predicate<ObjectNode> function(String name, String arguments) {
        boolean textFirst = name.equals("substringof");
        int comma = textFirst ? arguments.lastIndexOf(',') : arguments.indexOf(',');
        if (comma < 0) {
            throw new Refusal(400, "Syntax error in $filter at '" + arguments + "'");
        }
        String first = arguments.substring(0, comma).trim();
        String second = arguments.substring(comma + 1).trim();
        String part = literal(textFirst ? first : second).toLowerCase(Locale.ROOT);
        String field = textFirst ? second : first;
        return row -> {
            String text = value(row, field).toLowerCase(Locale.ROOT);
            return switch (name) {
                case "substringof" -> text.contains(part);
                case "startswith" -> text.startsWith(part);
                default -> text.endsWith(part);
            };
        };
    }

    private static String literal(String text) {
        if (text.length() >= 2 && text.startsWith("'") && text.endsWith("'")) {
            return text.substring(1, text.length() - 1).replace("''", "'");
        }
        if (text.equals("true") || text.equals("false") || text.startsWith("datetime'")) {
            return text.replaceAll("^datetime'|'$", "");
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            throw new Refusal(400, "Syntax error in $filter at '" + text + "'");
        }
        String suffix = number.group(2);
        String digits = text.substring(0, text.length() - suffix.length());
        if (digits.length() > (suffix.isEmpty() ? LONGEST_PLAIN_NUMBER : LONGEST_DECIMAL)) {
            throw new Refusal(400, "Unrecognized 'Edm.Int32' literal '" + text + "'");
        }
        return digits;
    }

    static String value(ObjectNode row, String field) {
        for (var entry : row.properties()) {
            if (entry.getKey().equalsIgnoreCase(field)) {
                JsonNode value = entry.getValue();
                return value.isNull() ? "" : value.asText();
            }
        }
        throw new Refusal(400, "Could not find a property named '" + field + "'");
    }

    static int compare(String value, String literal) {
        if (SortKey.NUMBER.matcher(value).matches()
                && SortKey.NUMBER.matcher(literal).matches()) {
            return new BigDecimal(value).compareTo(new BigDecimal(literal));
        }
        return value.compareToIgnoreCase(literal);
    }

    private static boolean holds(String operator, int order) {
        return switch (operator) {
            case "eq" -> order == 0;
            case "ne" -> order != 0;
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            case "lt" -> order < 0;
            default -> order <= 0;
        };
    }
}
