package io.mortise.admin.internal.modules;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/**
 * Asks the framework whether a bundle would fit, while the version that runs goes on undisturbed: a stand-in with the
 * same wishes and another name is resolved, never started, and taken away again.
 */
final class Trial {
    private static final List<String> OF_THE_REAL_ONE_ONLY = List.of(
            Constants.BUNDLE_ACTIVATOR,
            Constants.BUNDLE_ACTIVATIONPOLICY,
            Constants.BUNDLE_CLASSPATH,
            Constants.BUNDLE_NATIVECODE,
            Constants.BUNDLE_LOCALIZATION,
            "Service-Component");

    private final Bundles bundles;
    private final Requirements requirements;

    Trial(Bundles bundles, Requirements requirements) {
        this.bundles = bundles;
        this.requirements = requirements;
    }

    /** In plain words, what is missing. */
    List<String> problems(ModuleFile file) throws IOException {
        Bundle standIn;
        try {
            standIn = bundles.context()
                    .installBundle("trial:" + file.id(), new ByteArrayInputStream(standIn(file.manifest())));
        } catch (BundleException e) {
            return List.of("The framework does not take it: " + Words.of(e));
        }
        try {
            Optional<Bundle> running = bundles.named(file.id());
            List<String> problems = new ArrayList<>(requirements.missing(standIn, running.orElse(standIn)));
            if (!bundles.wiring().resolveBundles(List.of(standIn))) problems.add(unresolved(standIn));
            return problems;
        } finally {
            takeAway(standIn);
        }
    }

    /** It can't start; trying makes the framework tell why. */
    private static String unresolved(Bundle standIn) {
        try {
            standIn.start(Bundle.START_TRANSIENT);
            return "The framework can't connect it, and says no reason.";
        } catch (BundleException e) {
            return "The framework says: " + Words.of(e);
        }
    }

    private void takeAway(Bundle standIn) {
        try {
            standIn.uninstall();
            bundles.refresh(List.of(standIn));
        } catch (BundleException e) {
            throw new IllegalStateException("A stand-in can't be taken away", e);
        }
    }

    private static byte[] standIn(Manifest real) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.putAll(real.getMainAttributes());
        OF_THE_REAL_ONE_ONLY.forEach(header -> headers.remove(new Attributes.Name(header)));
        String id =
                headers.getValue(Constants.BUNDLE_SYMBOLICNAME).split(";", 2)[0].strip();
        headers.putValue(Constants.BUNDLE_SYMBOLICNAME, "trial-of-" + id);
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        new JarOutputStream(jar, manifest).close();
        return jar.toByteArray();
    }
}
