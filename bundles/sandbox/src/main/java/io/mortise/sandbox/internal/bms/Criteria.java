package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.BadRequest;
import io.mortise.sandbox.internal.http.Request;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a list is asked for: filters, sort and page, in the query or in the body of a search, in any letter case. */
record Criteria(Function<String, Optional<String>> filters, Function<String, Optional<String>> settings) {

    static Criteria of(Request request) {
        return new Criteria(
                name -> request.query().anyCase("Filter." + name),
                name -> request.query().anyCase(name));
    }

    /** A few endpoints take their filters without the prefix. */
    static Criteria plain(Request request) {
        return new Criteria(
                name -> request.query().anyCase(name).or(() -> request.query().anyCase("Filter." + name)),
                name -> request.query().anyCase(name));
    }

    static Criteria search(Request request) {
        ObjectNode body = request.jsonObject();
        JsonNode filter = Fields.anyCase(body, "filter");
        return new Criteria(name -> text(Fields.anyCase(filter, name)), name -> text(Fields.anyCase(body, name)));
    }

    private static Optional<String> text(JsonNode value) {
        if (value.isArray()) {
            return Optional.of(StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(",")));
        }
        return value.isNull() || value.isMissingNode() ? Optional.empty() : Optional.of(value.asText());
    }

    Optional<String> filter(String name) {
        return filters.apply(name).map(String::trim).filter(text -> !text.isEmpty());
    }

    String setting(String name) {
        return settings.apply(name).orElse("").trim();
    }

    int number(String name, int otherwise) {
        String text = setting(name);
        try {
            return text.isEmpty() ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new BadRequest("The value '" + text + "' is not valid for " + name, e);
        }
    }

    /** Yes as 1 or true. */
    boolean says(String filter) {
        return filter(filter)
                .map(text -> text.equals("1") || Boolean.parseBoolean(text))
                .orElse(false);
    }
}
