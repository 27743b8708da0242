package io.mortise.admin.internal.modules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.osgi.framework.Bundle;

/** An installed bundle's content as a jar again; the file that it came from may have changed since. */
final class Copy {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private Copy() {}

    static void of(Bundle bundle, Path to) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(to))) {
            entry(bundle, MANIFEST, out);
            folder(bundle, "/", out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void folder(Bundle bundle, String path, JarOutputStream out) {
        Enumeration<String> inside = bundle.getEntryPaths(path);
        if (inside == null) return;
        for (String name : Collections.list(inside)) {
            if (name.endsWith("/")) folder(bundle, name, out);
            else if (!name.equals(MANIFEST)) entry(bundle, name, out);
        }
    }

    private static void entry(Bundle bundle, String name, JarOutputStream out) {
        URL content = bundle.getEntry(name);
        if (content == null) return;
        try (InputStream in = content.openStream()) {
            out.putNextEntry(new ZipEntry(name));
            in.transferTo(out);
            out.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
