package io.mortise.connector;

import io.mortise.model.Content;
import io.mortise.model.Fields;
import java.util.Optional;

/**
 * One change to make at the vendor, now.
 *
 * @param id none in a create
 * @param fields those to set or clear; all others stay as they are
 * @param expected the revision last seen; the vendor's precondition where it has one
 * @param key the same for every try of one create, unique otherwise
 * @param onBehalfOf the vendor's id of the person who made the edit, when the session isn't that person's own
 * @param seen what the vendor showed of the record when this was decided; what it doesn't mention isn't known. A value that
 *     is one of many in a field is sent only where it differs from that: the others are somebody else's by now
 * @param content the bytes of a new attachment, for {@link Lane#upload}; whoever gave them closes them
 */
public record Write(
        Optional<String> id,
        Fields fields,
        Optional<String> expected,
        String key,
        Optional<String> onBehalfOf,
        Fields seen,
        Optional<Content> content) {
    /** Of a record that isn't known as it was. */
    public Write(
            Optional<String> id,
            Fields fields,
            Optional<String> expected,
            String key,
            Optional<String> onBehalfOf,
            Optional<Content> content) {
        this(id, fields, expected, key, onBehalfOf, Fields.NONE, content);
    }
}
