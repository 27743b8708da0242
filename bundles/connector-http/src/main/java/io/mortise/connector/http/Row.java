package io.mortise.connector.http;

import io.mortise.model.Field;
import io.mortise.model.Fields;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One field and its attribute.
 *
 * @param wire read; the object must carry it
 * @param writes the name to write it under; "" if it can't be written
 */
record Row<T>(
        Field<T> field, String wire, String writes, Function<Json, Optional<T>> get, Function<Optional<T>, Json> put) {
    Row<T> as(String name) {
        return new Row<>(field, wire, name, get, put);
    }

    void read(Json from, Fields.Builder to, Consumer<Field<?>> unread) {
        if (!from.has(wire)) return;
        try {
            to.set(field, get.apply(from));
        } catch (RuntimeException e) {
            // One strange value must not take its row along, nor be taken for a cleared field: it stays unmentioned.
            unread.accept(field);
        }
    }

    Json write(Fields from, Json to) {
        return writes.isEmpty() || !from.mentions(field) ? to : to.with(writes, put.apply(from.get(field)));
    }
}
