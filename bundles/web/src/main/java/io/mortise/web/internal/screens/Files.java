package io.mortise.web.internal.screens;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.framework.Bundle;

/**
 * The files of a folder of a bundle, and what they are together: the same files have the same rev, wherever and
 * whenever they run, so a restart changes nothing for a browser. Immutable.
 */
public final class Files {
    private final SortedMap<String, URL> files;
    private final String rev;

    /** @param files by their path inside the folder */
    public Files(SortedMap<String, URL> files) {
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        this.rev = hash(files);
    }

    public static Files of(Bundle bundle, String folder) {
        SortedMap<String, URL> files = new TreeMap<>();
        Enumeration<URL> all = bundle.findEntries(folder, "*", true);
        while (all != null && all.hasMoreElements()) {
            URL url = all.nextElement();
            String path = url.getPath();
            if (!path.endsWith("/"))
                files.put(path.substring(path.indexOf("/" + folder + "/") + folder.length() + 2), url);
        }
        return new Files(files);
    }

    String rev() {
        return rev;
    }

    /** Only what was listed can be asked for, so no path leads anywhere else. */
    Optional<byte[]> read(String path) throws IOException {
        URL url = files.get(path);
        return url == null ? Optional.empty() : Optional.of(bytes(url));
    }

    private static String hash(SortedMap<String, URL> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (var file : files.entrySet()) {
                digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(MessageDigest.getInstance("SHA-256").digest(bytes(file.getValue())));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new IllegalStateException("A file of the screens can't be read: " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        }
    }
}
