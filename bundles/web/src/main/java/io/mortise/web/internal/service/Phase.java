package io.mortise.web.internal.service;

import java.util.function.BooleanSupplier;

/**
 * Where the product stands between start and stop.
 *
 * @param starting what isn't there yet may still come
 * @param stopping what has gone won't come back
 */
public record Phase(BooleanSupplier starting, BooleanSupplier stopping) {
    public boolean isStarting() {
        return starting.getAsBoolean();
    }

    public boolean isStopping() {
        return stopping.getAsBoolean();
    }
}
