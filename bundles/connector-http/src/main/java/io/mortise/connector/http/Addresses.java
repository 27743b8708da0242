package io.mortise.connector.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of an API as a person types it, for {@link io.mortise.model.Setting#cleaned}. */
public final class Addresses {
    private static final String HERE = "127.0.0.1";
    private static final String LOCALHOST = "^(?i)localhost(?=[:/]|$)";
    private static final String HOST = "[A-Za-z0-9.-]+(:\\d{1,5})?(/[^\\s]*)?";
    private static final int LAST_PORT = 65_535;
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://");
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
        String text = plain(DOMAIN.matcher(bare).matches() ? "https://" + bare : bare);
        URI uri = read(text);
        if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null)
            throw new IllegalArgumentException("An address without a user name, a question mark or a #");
        boolean here = "http".equals(uri.getScheme()) && HERE.equals(uri.getHost());
        if (uri.getHost() == null || uri.getPort() > LAST_PORT || !here && !"https".equals(uri.getScheme()))
            throw unlike(bare);
        return text;
    }

    /** Schemes are written in capitals, too, and this machine by its name. */
    private static String plain(String text) {
        Matcher scheme = SCHEME.matcher(text);
        if (!scheme.find()) return text;
        String rest = text.substring(scheme.end());
        String begin = scheme.group().toLowerCase(Locale.ROOT);
        return begin + (begin.equals("http://") ? rest.replaceFirst(LOCALHOST, HERE) : rest);
    }

    /** Says exactly what to write instead. */
    private static IllegalArgumentException unlike(String typed) {
        String rest = SCHEME.matcher(typed).replaceFirst("").replaceFirst(LOCALHOST, HERE);
        boolean isPort = Integer.parseInt("0" + rest.replaceFirst("^[^/:]*:?(\\d{0,5}).*", "$1")) <= LAST_PORT;
        if (typed.matches("(?i)https?://.*") && !rest.matches(HOST) || !isPort)
            return new IllegalArgumentException(
                    "No address: a host has letters, figures, dots and hyphens, and a port is a number up to 65535");
        boolean here = rest.matches("127\\.0\\.0\\.1([:/].*)?");
        boolean host = rest.matches(HOST);
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
