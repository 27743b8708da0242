package io.mortise.sync.internal.service;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;

/** A setting in the one form that all ways of writing the same thing have. */
final class Place {
    private static final Map<String, Integer> USUAL = Map.of("https", 443, "http", 80);

    private Place() {}

    /** Of an address: without its usual port, a slash or a dot at the end, and whatever the case. */
    static String of(String setting) {
        String text = setting.strip().toLowerCase(Locale.ROOT);
        if (!text.contains("://")) return text;
        try {
            URI uri = new URI(text.replaceFirst("/+$", ""));
            if (uri.getHost() == null) return text;
            String host = uri.getHost().replaceFirst("\\.$", "");
            int port = uri.getPort() < 0 ? USUAL.getOrDefault(uri.getScheme(), -1) : uri.getPort();
            return uri.getScheme() + "://" + (host.equals("localhost") ? "127.0.0.1" : host) + ":" + port
                    + uri.getPath();
        } catch (URISyntaxException none) {
            return text; // compared as it stands
        }
    }
}
