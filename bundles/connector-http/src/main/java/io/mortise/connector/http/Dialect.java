package io.mortise.connector.http;

import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.model.Field;
import java.util.Map;

/** How one vendor says no. Stateless. */
public interface Dialect {
    Statuses statuses();

    /** What a refusal means, where its status alone doesn't say. */
    default Statuses.Meaning meaning(int status, Json body) {
        return statuses().of(status);
    }

    /**
     * Whether a refusal has a form that this vendor's have. Any JSON API says no with 401, 403 and 404; only the form tells
     * whether it is the one that was meant.
     */
    default boolean isOwn(Json body) {
        return true;
    }

    /** The vendor's own words in the body of a failure; "" if it has none. */
    String why(Json body);

    /** Which of our fields a refusal names, each with the vendor's words. */
    Map<Field<?>, String> refused(Json body, Mapping mapping);

    /** Does it say no inside a success? Then words may come with one where a file was asked for. */
    default boolean failsInSuccess() {
        return false;
    }

    /**
     * What the body of a success holds, without its envelope.
     *
     * @throws Fault if the success is none, as with vendors that fail inside a 200
     */
    default Json content(Request request, Json body, Mapping mapping) throws Fault {
        return body;
    }
}
