package io.mortise.connector.http;

import io.mortise.connector.Fault;
import io.mortise.connector.Lane.Call;
import io.mortise.connector.Observation;
import io.mortise.connector.Write;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields that one operation of a lane writes. Anything else is refused before a request is made. */
public record Writable(EntityType type, List<Field<?>> fields) {
    public Writable {
        fields = List.copyOf(fields);
    }

    public static Writable of(EntityType type, Field<?>... fields) {
        return new Writable(type, List.of(fields));
    }

    public Writable and(Field<?>... more) {
        return new Writable(
                type,
                java.util.stream.Stream.concat(fields.stream(), java.util.stream.Stream.of(more))
                        .toList());
    }

    public Field<?>[] array() {
        return fields.toArray(Field<?>[]::new);
    }

    public Call<Write, Observation> only(Call<Write, Observation> call) {
        return write -> {
            Map<Field<?>, String> others = new HashMap<>();
            for (Field<?> field : type.fields())
                if (write.fields().mentions(field) && !fields.contains(field))
                    others.put(field, "It can't be written there");
            if (!others.isEmpty()) throw Fault.correct("Not all of these fields can be written there", others);
            return call.of(write);
        };
    }
}
