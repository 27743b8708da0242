package io.mortise.admin.internal.modules;

import io.mortise.api.Caller;
import io.mortise.api.Modules.Installed;
import io.mortise.api.Modules.Plan;
import io.mortise.model.Right;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.felix.scr.impl.Activator;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** A real framework with Declarative Services in a folder of its own, and modules in it. */
final class House {
    static final Caller ADMIN = new Person(true);
    static final Caller READER = new Person(false);

    private final Path home;
    private final Framework framework;
    final List<String> stopped = new CopyOnWriteArrayList<>();
    final InstalledModules modules;

    private record Person(boolean allowed) implements Caller {
        @Override
        public String id() {
            return "1";
        }

        @Override
        public String name() {
            return "Somebody";
        }

        @Override
        public String email() {
            return "";
        }

        @Override
        public boolean may(Right right) {
            return allowed && right.equals(Right.named("modules.manage"));
        }
    }

    House(Path home) throws Exception {
        this.home = home;
        framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(
                        Map.of(
                                "org.osgi.framework.storage",
                                home.resolve("cache").toString(),
                                "org.osgi.framework.startlevel.beginning",
                                "10",
                                "felix.log.level",
                                "0",
                                "org.osgi.framework.system.packages.extra",
                                "org.osgi.service.component;version=1.5.0,org.osgi.service.component.runtime;version=1.5.0,"
                                        + "org.osgi.service.component.runtime.dto;version=1.5.0,org.osgi.util.function;version=1.2.0,org.osgi.util.promise;version=1.3.0"));
        framework.start();
        context().addBundleListener((SynchronousBundleListener) event -> {
            if (event.getType() == BundleEvent.STOPPED)
                stopped.add(event.getBundle().getSymbolicName());
        });
        install(Activator.class).start();
        modules = new InstalledModules(context(), runtime(), home.resolve("data"), droppedIn());
    }

    private Bundle install(Class<?> part) throws Exception {
        Path jar =
                Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI());
        return context().installBundle("reference:" + jar.toUri());
    }

    private ServiceComponentRuntime runtime() {
        return context().getService(context().getServiceReference(ServiceComponentRuntime.class));
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    Path droppedIn() throws IOException {
        return Files.createDirectories(home.resolve("modules"));
    }

    Path uploaded(String id) {
        return home.resolve("data").resolve(id + ".jar");
    }

    List<String> marked() throws IOException {
        Path file = home.resolve("data/stopped");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** A bundle that came with the product. */
    Bundle own(BundleJar jar) throws Exception {
        Path file = Files.write(Files.createTempFile(home, "own", ".jar"), jar.bytes());
        Bundle bundle = context().installBundle("reference:" + file.toUri());
        bundle.start();
        return bundle;
    }

    Plan plan(byte[] file) {
        return modules.plan(ADMIN, new ByteArrayInputStream(file));
    }

    Installed upload(BundleJar jar) throws IOException {
        return modules.apply(ADMIN, plan(jar.bytes())).get(0);
    }

    Optional<Bundle> bundle(String id) {
        return Arrays.stream(context().getBundles())
                .filter(bundle -> id.equals(bundle.getSymbolicName()))
                .findFirst();
    }

    /** "1.0.0 running", "1.0.0 not running" or "none". */
    String state(String id) {
        return bundle(id)
                .map(b -> b.getVersion() + (b.getState() == Bundle.ACTIVE ? " running" : " not running"))
                .orElse("none");
    }

    void close() throws Exception {
        modules.close();
        framework.stop();
        framework.waitForStop(10_000);
    }
}
