package io.mortise.itests.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A jar as somebody's build would make it: headers of its manifest, and text files. */
public record Jar(Map<String, String> headers, Map<String, String> files) {
    /** @param headers names and values by turns, besides Bundle-ManifestVersion */
    public static Jar with(String... headers) {
        Map<String, String> all = new TreeMap<>(Map.of("Bundle-ManifestVersion", "2"));
        for (int i = 0; i < headers.length; i += 2) all.put(headers[i], headers[i + 1]);
        return new Jar(all, Map.of());
    }

    public Jar file(String path, String text) {
        Map<String, String> more = new TreeMap<>(files);
        more.put(path, text);
        return new Jar(headers, more);
    }

    public byte[] bytes() {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(main::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
