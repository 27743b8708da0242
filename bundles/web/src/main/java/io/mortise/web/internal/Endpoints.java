package io.mortise.web.internal;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import io.mortise.api.Check;
import io.mortise.api.Hooks;
import io.mortise.api.Records;
import io.mortise.api.Routes;
import io.mortise.api.Runs;
import io.mortise.api.Sessions;
import io.mortise.web.internal.route.Gate;
import io.mortise.web.internal.screens.Files;
import io.mortise.web.internal.session.Addresses;
import io.mortise.web.internal.session.Hosts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The site in its bundle: gathers what other bundles publish, as it comes and goes. */
@Component(
        service = {},
        immediate = true)
public final class Endpoints {
    private final Site site;
    private final Publication publication;

    @Activate
    public Endpoints(BundleContext context) throws IOException {
        site = new Site(around(context));
        publication = new Publication(context, site);
    }

    private static Surroundings around(BundleContext context) throws IOException {
        Bundle own = context.getBundle();
        Launch launch = new Launch(context);
        Bundle framework = context.getBundle(0);
        try (InputStream imports = own.getEntry("imports.json").openStream()) {
            return new Surroundings(
                    Files.of(own, "ui"),
                    Files.of(own, "lib"),
                    new String(imports.readAllBytes(), StandardCharsets.UTF_8),
                    new Hosts(property(context, "mortise.host"), property(context, "mortise.web.hosts")),
                    new Addresses(property(context, "mortise.web.proxies")),
                    Gate.Patience.USUAL,
                    launch::isOver,
                    () -> framework.getState() == Bundle.STOPPING);
        }
    }

    private static String property(BundleContext context, String name) {
        String value = context.getProperty(name);
        return value == null ? "" : value;
    }

    @Deactivate
    void stop() {
        publication.close();
        site.close();
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    void addRoutes(ServiceReference<Routes> reference, Routes routes) {
        site.gate.add(reference.getBundle().getSymbolicName(), routes);
    }

    void removeRoutes(Routes routes) {
        site.gate.remove(routes);
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    void addCheck(Check check) {
        site.readiness.add(check);
    }

    void removeCheck(Check check) {
        site.readiness.remove(check);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void setSessions(Sessions sessions) {
        site.sessions.fill(sessions);
    }

    void unsetSessions(Sessions sessions) {
        site.sessions.empty(sessions);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void setRecords(Records records) {
        site.records.fill(records);
    }

    void unsetRecords(Records records) {
        site.records.empty(records);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void setRuns(Runs runs) {
        site.runs.fill(runs);
    }

    void unsetRuns(Runs runs) {
        site.runs.empty(runs);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void setHooks(Hooks hooks) {
        site.hooks.fill(hooks);
    }

    void unsetHooks(Hooks hooks) {
        site.hooks.empty(hooks);
    }
}
