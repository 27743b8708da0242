package io.mortise.web.internal;

import io.mortise.api.Hooks;
import io.mortise.api.Records;
import io.mortise.api.Runs;
import io.mortise.api.Sessions;
import io.mortise.web.internal.events.EventsServlet;
import io.mortise.web.internal.events.Stream;
import io.mortise.web.internal.health.HealthServlet;
import io.mortise.web.internal.health.Readiness;
import io.mortise.web.internal.hook.HookServlet;
import io.mortise.web.internal.openapi.OpenApiRoutes;
import io.mortise.web.internal.route.Dispatcher;
import io.mortise.web.internal.route.Gate;
import io.mortise.web.internal.screens.FileServlet;
import io.mortise.web.internal.screens.PageServlet;
import io.mortise.web.internal.screens.PluginServlet;
import io.mortise.web.internal.screens.Plugins;
import io.mortise.web.internal.screens.RegistryRoutes;
import io.mortise.web.internal.service.Phase;
import io.mortise.web.internal.service.Slot;
import io.mortise.web.internal.service.Timer;
import io.mortise.web.internal.session.Guard;
import io.mortise.web.internal.session.Identity;
import io.mortise.web.internal.session.SessionServlet;
import io.mortise.web.internal.session.TokenRoutes;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** All parts of web, put together. Knows nothing of bundles or of the server it is mounted on. */
final class Site implements AutoCloseable {
    private static final String OWN = "io.mortise.web";
    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final Duration GATHERED = Duration.ofMillis(60);

    /** @param patterns as the Servlet specification has them */
    record Mount(HttpServlet servlet, String... patterns) {}

    final Slot<Sessions> sessions = new Slot<>("signing in");
    final Slot<Records> records = new Slot<>("records");
    final Slot<Runs> runs = new Slot<>("the sync");
    final Slot<Hooks> hooks = new Slot<>("calls of connected systems");
    final Readiness readiness;
    final Gate gate;
    final Plugins plugins = new Plugins();
    final Stream stream;
    final Guard guard;
    final List<Mount> mounts;
    private final Timer timer = new Timer();

    Site(Surroundings around) throws IOException {
        readiness = new Readiness(Map.of("access", sessions, "records", records, "sync", runs), around.launched());
        gate = new Gate(around.patience(), new Phase(readiness::isStarting, around.stopping()));
        stream = new Stream(Long.toString(System.currentTimeMillis(), 36), plugins::rev);
        guard = new Guard(around.hosts(), readiness, new Identity(sessions));
        mounts = List.of(
                new Mount(new HealthServlet(readiness), "/health/*"),
                new Mount(new SessionServlet(sessions, around.addresses(), stream::end), "/api/session", "/api/setup"),
                new Mount(new EventsServlet(stream), "/api/events"),
                new Mount(new Dispatcher(gate), "/api/*"),
                new Mount(new HookServlet(hooks, around.addresses()), "/hooks/*"),
                new Mount(new PluginServlet(plugins), "/x/*"),
                new Mount(FileServlet.shell(around.ui()), "/ui/*"),
                new Mount(FileServlet.libraries(around.lib()), "/lib/*"),
                new Mount(new PageServlet(around.ui(), around.importMap()), "/"));
        gate.add(OWN, new TokenRoutes(sessions));
        gate.add(OWN, new RegistryRoutes(plugins));
        gate.add(OWN, new OpenApiRoutes(gate::described));
        plugins.listen(timer.gathered(GATHERED, () -> stream.tell("ui.registry", Map.of("rev", plugins.rev()))));
        timer.every(BEAT, stream::beat);
    }

    @Override
    public void close() {
        stream.close();
        timer.close();
        readiness.close();
    }
}
