package io.mortise.web.internal;

import io.mortise.web.internal.route.Gate;
import io.mortise.web.internal.screens.Files;
import io.mortise.web.internal.session.Addresses;
import io.mortise.web.internal.session.Hosts;
import java.util.function.BooleanSupplier;

/**
 * What the site finds where it runs.
 *
 * @param ui the shell's files, with index.html
 * @param lib the browser's libraries
 * @param importMap from module names to files, JSON
 * @param launched false while bundles are still being started for the first time
 * @param stopping true while the whole product stops
 */
record Surroundings(
        Files ui,
        Files lib,
        String importMap,
        Hosts hosts,
        Addresses addresses,
        Gate.Patience patience,
        BooleanSupplier launched,
        BooleanSupplier stopping) {}
