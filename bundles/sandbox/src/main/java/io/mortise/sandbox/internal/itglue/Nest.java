package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.function.Predicate;

/**
 * The parent below which a path lies.
 *
 * @param parents the type of the parent, empty at a path of one's own
 * @param variable what the path calls the parent's id
 * @param attribute with which a record names its parent
 */
record Nest(String parents, String variable, String attribute) {
    static final Nest NONE = new Nest("", "", "");

    static Nest of(String parents) {
        String one = parents.endsWith("ies")
                ? parents.substring(0, parents.length() - 3) + "y"
                : parents.substring(0, parents.length() - 1);
        return new Nest(parents, one.replace('-', '_') + "_id", one + "-id");
    }

    String path(Spec spec) {
        return "/" + parents.replace('-', '_') + "/{" + variable + "}/relationships/" + spec.path();
    }

    Predicate<Row> scope(Request request) {
        String parent = request.var(variable);
        return this == NONE ? row -> true : row -> row.text(attribute).equals(parent);
    }

    void mustExist(Store store, Reach reach, Request request) {
        if (this != NONE) {
            Row parent = store.table(parents).find(request.var(variable)).orElseThrow(Refusal::notFound);
            reach.mustSee(parents, parent);
        }
    }

    void place(ObjectNode attributes, Request request) {
        if (this != NONE) {
            attributes.put(attribute, Long.valueOf(request.var(variable)));
        }
    }
}
