package io.mortise.connector.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address of an API as a person types it, for {@link io.mortise.model.Setting#cleaned}. */
public final class Addresses {
    private static final String HERE = "127.0.0.1";
    /** A dot, and letters after the last one: no number, and nothing that only this network knows. */
    private static final Pattern DOMAIN =
            Pattern.compile("([A-Za-z0-9-]+\\.)+[A-Za-z][A-Za-z0-9-]+(:\\d+)?(/[^\\s?#@]*)?");

    private Addresses() {}

    /**
     * Without a slash at the end; http only to this machine, because credentials travel in every request. The name of a
     * host in a domain is taken for https. Throws an IllegalArgumentException with a sentence for the form.
     */
    public static String clean(String typed) {
        String bare = typed.strip().replaceFirst("/+$", "");
        if (bare.isEmpty()) return "";
        String text = DOMAIN.matcher(bare).matches() ? "https://" + bare : bare;
        URI uri = read(text);
        if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null)
            throw new IllegalArgumentException("An address without a user name, a question mark or a #");
        boolean here = "http".equals(uri.getScheme()) && HERE.equals(uri.getHost());
        if (uri.getHost() == null || !here && !"https".equals(uri.getScheme())) throw unlike(bare);
        return text;
    }

    /** Says exactly what to write instead. */
    private static IllegalArgumentException unlike(String typed) {
        String rest =
                typed.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "").replaceFirst("^(?i)localhost(?=[:/]|$)", HERE);
        boolean here = rest.matches("127\\.0\\.0\\.1([:/].*)?");
        boolean host = rest.matches("[A-Za-z0-9.-]+(:\\d+)?(/[^\\s]*)?");
        if (here && host) return new IllegalArgumentException("Begin with http://, e.g. http://" + rest);
        return new IllegalArgumentException("Begin with https://, e.g. https://" + (host ? rest : "api.example.com"));
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
            throw unlike(text);
        }
    }
}
