package io.mortise.web.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.mortise.model.Secret;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Function;

/** How times, secrets and absent values look in JSON: ISO-8601 texts; in only, never out; null or left out. */
final class Words extends SimpleModule {

    Words() {
        super("mortise-words");
        time(Instant.class, Instant::parse, "a moment such as 2026-11-21T08:30:00Z");
        time(LocalDate.class, LocalDate::parse, "a date such as 2026-11-21");
        time(LocalTime.class, LocalTime::parse, "a time such as 08:30");
        time(Duration.class, Duration::parse, "a duration such as PT30M or P30D");
        addDeserializer(Secret.class, new SecretIn());
        addSerializer(new SecretOut());
        addSerializer(new OptionalOut());
        addDeserializer(Optional.class, new OptionalIn(null));
    }

    private <T> void time(Class<T> type, Function<String, T> parse, String expected) {
        addSerializer(type, ToStringSerializer.instance);
        addDeserializer(type, new Time<>(type, parse, expected));
    }

    private static final class Time<T> extends FromStringDeserializer<T> {
        private final Function<String, T> parse;
        private final String expected;

        Time(Class<T> type, Function<String, T> parse, String expected) {
            super(type);
            this.parse = parse;
            this.expected = expected;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                return parse.apply(text);
            } catch (DateTimeException e) {
                throw JsonMappingException.from(context, "must be " + expected, new IllegalArgumentException(e));
            }
        }
    }

    private static final class SecretIn extends StdScalarDeserializer<Secret> {

        SecretIn() {
            super(Secret.class);
        }

        @Override
        public Secret deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Secret.of(_parseString(parser, context, this));
        }
    }

    private static final class SecretOut extends StdSerializer<Secret> {

        SecretOut() {
            super(Secret.class);
        }

        @Override
        public void serialize(Secret secret, JsonGenerator out, SerializerProvider all) throws IOException {
            throw JsonMappingException.from(out, "a secret goes out only where a route reveals it into a text itself");
        }
    }

    private static final class OptionalOut extends StdSerializer<Optional<?>> {

        OptionalOut() {
            super(Optional.class, false);
        }

        @Override
        public void serialize(Optional<?> value, JsonGenerator out, SerializerProvider all) throws IOException {
            if (value.isPresent()) all.defaultSerializeValue(value.get(), out);
            else out.writeNull();
        }
    }
}
