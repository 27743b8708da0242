package io.mortise.sandbox.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Row;
import java.util.Set;

/** A person at work in a vendor's own screens. Field names are those of the stored record. */
public interface Person {
    /** The names that a record of this type can hold. */
    Set<String> fields(String type);

    Row create(String type, ObjectNode fields);

    Row change(String type, Row row, ObjectNode changes);

    /** Removes the record for good, with what hangs on it. */
    void delete(String type, Row row);
}
