package io.mortise.web.internal.route;

import io.mortise.api.Routes.Route;

/** A live route, its path read, and whose it is. */
record Entry(Route<?, ?> route, Path path, Owner owner) {
    /** Two live routes may not have the same. */
    String key() {
        return route.method() + " " + path.shape();
    }
}
