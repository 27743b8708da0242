package io.mortise.web.internal;

import static org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME;
import static org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_PATH;
import static org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_SELECT;
import static org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_ASYNC_SUPPORTED;
import static org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME;
import static org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN;

import io.mortise.api.Events;
import io.mortise.web.internal.events.RecordWatcher;
import io.mortise.web.internal.screens.PluginTracker;
import jakarta.servlet.Servlet;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.servlet.context.ServletContextHelper;

/** Puts the site on the Servlet Whiteboard and its services into the registry. */
final class Publication implements AutoCloseable {
    private final List<ServiceRegistration<?>> services = new ArrayList<>();
    private final PluginTracker tracker;

    Publication(BundleContext context, Site site) {
        Dictionary<String, Object> ours = new Hashtable<>();
        ours.put(HTTP_WHITEBOARD_CONTEXT_NAME, Context.NAME);
        ours.put(HTTP_WHITEBOARD_CONTEXT_PATH, "/");
        ours.put(Constants.SERVICE_RANKING, 1000);
        services.add(context.registerService(ServletContextHelper.class, new Context(site.guard), ours));
        for (Site.Mount mount : site.mounts) {
            services.add(context.registerService(Servlet.class, mount.servlet(), properties(mount)));
        }
        services.add(context.registerService(Events.class, site.stream, null));
        services.add(context.registerService(Events.Watcher.class, new RecordWatcher(site.stream), null));
        context.addBundleListener(new Farewell(site.stream::close));
        tracker = new PluginTracker(context, site.plugins);
        tracker.open();
    }

    private static Dictionary<String, Object> properties(Site.Mount mount) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(HTTP_WHITEBOARD_CONTEXT_SELECT, "(" + HTTP_WHITEBOARD_CONTEXT_NAME + "=" + Context.NAME + ")");
        properties.put(HTTP_WHITEBOARD_SERVLET_NAME, mount.servlet().getClass().getSimpleName() + mount.patterns()[0]);
        properties.put(HTTP_WHITEBOARD_SERVLET_PATTERN, mount.patterns());
        properties.put(HTTP_WHITEBOARD_SERVLET_ASYNC_SUPPORTED, true);
        return properties;
    }

    @Override
    public void close() {
        tracker.close();
        services.forEach(ServiceRegistration::unregister);
    }
}
