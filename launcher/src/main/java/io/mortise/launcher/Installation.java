package io.mortise.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;

/** Puts the bundles into a framework that is not started yet, and marks those that shall run. */
final class Installation {
    /** After everything of ours. */
    private static final int MODULE_LEVEL = 9;

    private final BundleContext context;

    Installation(BundleContext context) {
        this.context = context;
    }

    void install(Features features, Modules modules) throws BundleException {
        Map<String, Path> added = new HashMap<>(modules.jars());
        for (Features.Jar jar : features.jars()) {
            Bundle bundle = context.installBundle("reference:" + jar.file().toUri());
            bundle.adapt(BundleStartLevel.class).setStartLevel(jar.level());
            Path instead = added.remove(bundle.getSymbolicName());
            if (instead != null) {
                replace(bundle, instead);
            }
            mark(bundle, modules);
        }
        added.forEach((name, jar) -> add(name, jar, modules));
    }

    private void replace(Bundle bundle, Path jar) {
        try (InputStream in = Files.newInputStream(jar)) {
            bundle.update(in);
            System.err.println(jar + " takes the place of our own " + bundle.getSymbolicName() + ".");
        } catch (IOException | BundleException e) {
            System.err.println(jar + " is left out: " + e.getMessage());
        }
    }

    /** A copy, not a reference: a person may overwrite the file while its bundle runs. */
    private void add(String name, Path jar, Modules modules) {
        try (InputStream in = Files.newInputStream(jar)) {
            Bundle bundle = context.installBundle("module:" + name, in);
            bundle.adapt(BundleStartLevel.class).setStartLevel(MODULE_LEVEL);
            mark(bundle, modules);
        } catch (IOException | BundleException e) {
            System.err.println(jar + " is left out: " + e.getMessage());
        }
    }

    private static void mark(Bundle bundle, Modules modules) throws BundleException {
        boolean fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
        if (!fragment && !modules.stopped().contains(bundle.getSymbolicName())) {
            bundle.start();
        }
    }
}
