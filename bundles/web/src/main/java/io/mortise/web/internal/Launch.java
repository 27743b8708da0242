package io.mortise.web.internal;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/** Has the framework come to the end of its climb, in which it starts one level of bundles after the other? */
final class Launch implements FrameworkListener {
    private volatile boolean over;

    Launch(BundleContext context) {
        Bundle framework = context.getBundle(0);
        int reached = framework.adapt(FrameworkStartLevel.class).getStartLevel();
        // a web that is put in later finds the climb done, and no event comes
        over = reached > context.getBundle().adapt(BundleStartLevel.class).getStartLevel();
        context.addFrameworkListener(this);
    }

    boolean isOver() {
        return over;
    }

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED) over = true;
    }
}
