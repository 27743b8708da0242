package io.mortise.web.internal.route;

import io.mortise.api.Routes.Route;
import io.mortise.api.Routes.Shape;
import io.mortise.model.Right;
import java.util.Map;
import java.util.Set;

/**
 * A route as the OpenAPI document tells of it.
 *
 * @param versioned needs If-Match
 * @param keyed takes an Idempotency-Key
 * @param owner symbolic name of its bundle
 * @param open to those who aren't signed in, too
 */
public record Described(
        String method,
        String path,
        Shape<?> in,
        Shape<?> out,
        Set<Right> needs,
        Map<String, String> queries,
        String summary,
        boolean versioned,
        boolean keyed,
        String owner,
        boolean open) {
    static Described of(Entry entry) {
        Route<?, ?> route = entry.route();
        return new Described(
                route.method(),
                route.path(),
                route.in(),
                route.out(),
                route.needs(),
                route.queries(),
                route.summary(),
                route.isVersioned(),
                route.isKeyed(),
                entry.owner().bundle(),
                false);
    }
}
