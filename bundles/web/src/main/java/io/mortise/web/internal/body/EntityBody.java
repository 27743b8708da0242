package io.mortise.web.internal.body;

import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Kind;
import io.mortise.model.Secret;
import io.mortise.web.internal.http.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code {"fields": {…}}} into Fields of a type; every field that is wrong is named, not just the first. */
public final class EntityBody {
    private EntityBody() {}

    public static Fields read(EntityType type, Map<?, ?> body) {
        for (Object key : body.keySet()) {
            if (!key.equals("fields"))
                throw JsonBody.invalid(key.toString(), stray(type, key.toString()))
                        .halt();
        }
        if (!(body.get("fields") instanceof Map<?, ?> fields)) {
            throw JsonBody.invalid("fields", "is needed: an object of the fields to set")
                    .halt();
        }
        Map<String, String> wrong = new LinkedHashMap<>();
        Map<String, Object> plain = new LinkedHashMap<>();
        Map<Field<Secret>, Secret> secrets = new LinkedHashMap<>();
        fields.forEach((name, value) ->
                take(type, name.toString(), value, plain, secrets).ifPresent(why -> wrong.put(name.toString(), why)));
        if (!wrong.isEmpty()) throw problem(wrong).halt();
        Fields.Builder all = Fields.read(type, plain).but();
        secrets.forEach(all::set);
        return all.build();
    }

    /** Empty when it was taken; otherwise why not. */
    private static Optional<String> take(
            EntityType type, String name, Object value, Map<String, Object> plain, Map<Field<Secret>, Secret> secrets) {
        Optional<Field<?>> field = type.field(name);
        if (field.isEmpty()) {
            return Optional.of(
                    Hints.unknown(name, type.fields().stream().map(Field::name).toList()));
        }
        if (field.get().isSecret() && value != null) {
            if (!(value instanceof String text)) return Optional.of("must be a text");
            secrets.put(secret(field.get()), Secret.of(text));
            return Optional.empty();
        }
        try {
            Fields.read(type, Collections.singletonMap(name, value));
            plain.put(name, value);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("must be " + example(field.get().kind()));
        }
    }

    private static String stray(EntityType type, String key) {
        return type.field(key).isPresent()
                ? "put it inside \"fields\": {\"fields\": {\"" + key + "\": …}}"
                : "there is no such member; there is fields";
    }

    private static Problem problem(Map<String, String> wrong) {
        StringBuilder sentence = new StringBuilder();
        wrong.forEach((name, why) -> sentence.append(sentence.isEmpty() ? "" : " · ")
                .append(name)
                .append(": ")
                .append(why));
        return Problem.of(422, "invalid", "Can't be so", sentence.toString()).with("fields", wrong);
    }

    private static String example(Kind<?> kind) {
        return switch (kind.name()) {
            case "text", "rich" -> "a text";
            case "flag" -> "true or false";
            case "whole" -> "a whole number";
            case "decimal" -> "a number, or its digits as a text such as \"12.50\"";
            case "moment" -> "a moment such as \"2026-11-21T08:30:00Z\"";
            case "day" -> "a date such as \"2026-11-21\"";
            case "time" -> "a time such as \"08:30\"";
            case "span" -> "a duration such as \"PT30M\"";
            case "choice" -> "a choice such as {\"key\": \"active\", \"label\": \"Active\"}";
            case "labelled" -> "such as {\"value\": \"…\", \"label\": \"Work\"}";
            case "ref" -> "a reference such as {\"type\": \"organization\", \"id\": \"123\"}";
            case "json" -> "an object";
            default -> "a list of " + kind.name().replaceAll("^(set|list)<(.*)>$", "$2");
        };
    }

    @SuppressWarnings("unchecked")
    private static Field<Secret> secret(Field<?> field) {
        return (Field<Secret>) field;
    }
}
