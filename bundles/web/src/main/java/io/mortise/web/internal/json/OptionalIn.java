package io.mortise.web.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Optional;

/** Left out and null are both empty. Knows what is inside only in its place, so each place has its own. */
final class OptionalIn extends StdDeserializer<Optional<?>> implements ContextualDeserializer {
    private final JsonDeserializer<?> inside;

    OptionalIn(JsonDeserializer<?> inside) {
        super(Optional.class);
        this.inside = inside;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty place)
            throws JsonMappingException {
        JavaType of = context.getContextualType().containedTypeOrUnknown(0);
        return new OptionalIn(context.findContextualValueDeserializer(of, place));
    }

    @Override
    public Optional<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return Optional.of(inside.deserialize(parser, context));
    }

    @Override
    public Optional<?> getNullValue(DeserializationContext context) {
        return Optional.empty();
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return Optional.empty();
    }
}
