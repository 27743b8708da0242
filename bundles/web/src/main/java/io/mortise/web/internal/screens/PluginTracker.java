package io.mortise.web.internal.screens;

import java.io.IOException;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bundles that declare screens bring them when they start and take them away when they stop. */
public final class PluginTracker extends BundleTracker<String> {
    private static final Logger LOG = LoggerFactory.getLogger(PluginTracker.class);
    private static final String SCREENS = "mortise.screens";
    private static final String FOLDER = "ui";

    private final Plugins plugins;

    public PluginTracker(BundleContext context, Plugins plugins) {
        super(context, Bundle.ACTIVE, null);
        this.plugins = plugins;
    }

    @Override
    public String addingBundle(Bundle bundle, BundleEvent event) {
        List<BundleCapability> screens = bundle.adapt(BundleWiring.class).getCapabilities(SCREENS);
        if (screens.isEmpty()) return null;
        String id = bundle.getSymbolicName();
        try {
            plugins.add(id, Files.of(bundle, FOLDER), at(screens.get(0)));
            return id;
        } catch (IOException | RuntimeException e) {
            LOG.error("The screens of {} can't be shown: {}", id, e.getMessage(), e);
            return null;
        }
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, String id) {
        plugins.remove(id);
    }

    private static String at(BundleCapability screens) {
        Object at = screens.getAttributes().get("at");
        String path = at == null ? FOLDER + "/plugin.json" : at.toString();
        if (!path.startsWith(FOLDER + "/")) throw new IllegalArgumentException("at must lie in ui/, not " + path);
        return path.substring(FOLDER.length() + 1);
    }
}
