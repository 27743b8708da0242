package io.mortise.web.internal;

import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** Hears that the whole product is about to stop while the server still stands, so that browsers can be told. */
final class Farewell implements SynchronousBundleListener {
    private static final long FRAMEWORK = 0;

    private final Runnable say;

    Farewell(Runnable say) {
        this.say = say;
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getBundle().getBundleId() == FRAMEWORK && event.getType() == BundleEvent.STOPPING) say.run();
    }
}
