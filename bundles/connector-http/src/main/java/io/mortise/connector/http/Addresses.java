package io.mortise.connector.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The address of an API as a person types it, for {@link io.mortise.model.Setting#cleaned}. */
public final class Addresses {
    private Addresses() {}

    /**
     * Without a slash at the end; http only to this machine, because credentials travel in every request. Throws an
     * IllegalArgumentException with a sentence for the form.
     */
    public static String clean(String typed) {
        String text = typed.strip().replaceFirst("/+$", "");
        if (text.isEmpty()) return "";
        URI uri = read(text);
        if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null)
            throw new IllegalArgumentException("An address without a user name, a question mark or a #");
        boolean here = "http".equals(uri.getScheme()) && "127.0.0.1".equals(uri.getHost());
        if (uri.getHost() == null || !here && !"https".equals(uri.getScheme()))
            throw new IllegalArgumentException("An address begins with https://");
        return text;
    }

    /** A page that people may be led to; anything but http and https is none. */
    public static Optional<URI> page(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** A page below a base; an id in the path may hold what an address mustn't. */
    public static URI below(String base, String path) {
        URI root = URI.create(base);
        try {
            return new URI(root.getScheme(), root.getAuthority(), root.getPath() + path, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("That is no address", e);
        }
    }

    private static URI read(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("That is no address", e);
        }
    }
}
