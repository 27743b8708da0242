package io.mortise.admin.internal.modules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A tiny bundle, made for a test. */
record BundleJar(Map<String, String> headers, Map<String, String> entries) {
    static BundleJar named(String id, String version) {
        return new BundleJar(Map.of(), Map.of())
                .with("Bundle-ManifestVersion", "2")
                .with("Bundle-SymbolicName", id)
                .with("Bundle-Version", version);
    }

    BundleJar with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new BundleJar(more, entries);
    }

    BundleJar entry(String name, String content) {
        Map<String, String> more = new LinkedHashMap<>(entries);
        more.put(name, content);
        return new BundleJar(headers, more);
    }

    byte[] bytes() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes)) {
            out.putNextEntry(entryNamed(JarFile.MANIFEST_NAME));
            manifest.write(out);
            out.closeEntry();
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                out.putNextEntry(entryNamed(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** The same bundle is the same bytes, whenever it is made. */
    private static ZipEntry entryNamed(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        return entry;
    }
}
