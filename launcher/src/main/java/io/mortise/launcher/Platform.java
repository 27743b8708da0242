package io.mortise.launcher;

import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/** The running framework. Its bundles are installed afresh at each start: the files are the truth, the cache is not. */
final class Platform {
    private static final int RUNNING = 10;
    private static final long STOP_MILLIS = 45_000;

    private final Settings settings;
    private final Features features;
    private final Framework framework;

    Platform(Settings settings, Features features) {
        this.settings = settings;
        this.features = features;
        this.framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(settings.properties());
    }

    /** Returns when every bundle was started or its failure was told. */
    void start() throws Exception {
        Path data = settings.data();
        System.setProperty("mortise.log", data.resolve("log").toString());
        System.setProperty("org.sqlite.tmpdir", data.resolve("cache/tmp").toString());
        framework.init();
        new Installation(framework.getBundleContext()).install(features, Modules.find(settings.home(), data));
        framework.start();
        new FactorySettings(framework.getBundleContext(), new Placeholders(settings.properties()), data)
                .apply(features.configurations());
        climb();
    }

    /** The framework starts with the foundations only, so that settings are there before their readers. */
    private void climb() throws InterruptedException {
        CountDownLatch there = new CountDownLatch(1);
        framework.adapt(FrameworkStartLevel.class).setStartLevel(RUNNING, event -> {
            if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED) {
                there.countDown();
            }
        });
        there.await();
    }

    /** For tests that look inside. */
    Framework framework() {
        return framework;
    }

    void awaitStop() throws InterruptedException {
        framework.waitForStop(0);
    }

    void stop() throws BundleException, InterruptedException {
        framework.stop();
        if (framework.waitForStop(STOP_MILLIS).getType() == FrameworkEvent.WAIT_TIMEDOUT) {
            System.err.println("Mortise did not stop within " + STOP_MILLIS / 1000 + " s; it ends now.");
        }
    }
}
