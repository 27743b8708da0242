package io.mortise.web.internal.body;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mortise.web.internal.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** JSON into a Java record, strictly; what is wrong is told by the field's name, never by quoting what was sent. */
public final class JsonBody {
    private static final int LIMIT = 1 << 20;

    private JsonBody() {}

    public static <T> T read(JsonMapper mapper, HttpServletRequest request, Class<T> into) throws IOException {
        JsonNode json = parse(mapper, bytes(request));
        if (into.isRecord() && json.isObject()) checkNames(json, into);
        return bind(mapper, json, into);
    }

    private static JsonNode parse(JsonMapper mapper, byte[] body) throws IOException {
        try {
            JsonNode json = mapper.readTree(body);
            if (json.isMissingNode() || json.isNull())
                throw malformed("The body is empty; send an object.").halt();
            return json;
        } catch (StreamReadException e) { // its message quotes the body, which may hold a password
            throw malformed("The body is no JSON; look at " + place(e.getLocation()) + ".")
                    .halt();
        } catch (JacksonException e) {
            throw malformed("The body is no JSON, or more than one value, or nested too deeply.")
                    .halt();
        }
    }

    /** Before anything is found missing: a name mistyped is both, and the hint helps more. */
    private static void checkNames(JsonNode json, Class<?> into) {
        List<String> known = Arrays.stream(into.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name))
                throw invalid(name, Hints.unknown(name, known)).halt();
        });
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        String type = MediaType.of(request);
        if (!type.equals("application/json") && !type.endsWith("+json")) {
            throw MediaType.refused("Send JSON, with Content-Type: application/json"
                            + (type.isEmpty() ? "." : "; this was " + type + "."))
                    .halt();
        }
        if (request.getContentLengthLong() > LIMIT)
            throw ContentBody.tooLarge(LIMIT).halt();
        byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) throw ContentBody.tooLarge(LIMIT).halt();
        return body;
    }

    private static <T> T bind(JsonMapper mapper, JsonNode json, Class<T> into) throws IOException {
        try {
            return mapper.treeToValue(json, into);
        } catch (UnrecognizedPropertyException e) {
            List<String> known =
                    e.getKnownPropertyIds().stream().map(Object::toString).toList();
            throw invalid(path(e), Hints.unknown(e.getPropertyName(), known)).halt();
        } catch (ValueInstantiationException e) {
            throw invalid(path(e), said(e)).halt();
        } catch (MismatchedInputException e) {
            throw invalid(path(e), expected(e)).halt();
        } catch (JsonMappingException e) {
            boolean number = e.getCause() instanceof InputCoercionException;
            throw invalid(path(e), number ? "must be a whole number" : e.getOriginalMessage())
                    .halt();
        }
    }

    static Problem invalid(String field, String sentence) {
        return Problem.of(422, "invalid", "Can't be so", (field.isEmpty() ? "" : field + ": ") + sentence)
                .with("fields", field.isEmpty() ? Map.of() : Map.of(field, sentence));
    }

    private static Problem malformed(String detail) {
        return Problem.of(400, "malformed", "Not readable", detail);
    }

    private static String place(JsonLocation at) {
        return "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** {@code sides[2].name} */
    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null)
                path.append('[').append(step.getIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
        }
        return path.toString();
    }

    /** What the record itself objects to, in its own words. */
    private static String said(ValueInstantiationException e) {
        Throwable cause = e.getCause();
        return cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : "can't be so";
    }

    private static String expected(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        if (e.getOriginalMessage().startsWith("Null value for creator")) return "is needed";
        if (e.getOriginalMessage().startsWith("Cannot map `null`")) return "is needed";
        if (type == null) return "must be something else";
        if (type.isEnum()) return "must be one of " + List.of(type.getEnumConstants());
        return "must be " + Hints.word(type);
    }
}
