package io.mortise.sync.internal.remote;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The host that a connection may call, and those that its connector names besides, which get no token. Its addresses are looked at before each request: those of this machine and of
 * private networks only where that is allowed, those where cloud machines answer with credentials and those that are no
 * single machine never. The client resolves the name once more; the JDK remembers it for some seconds, so
 * both see the same. A base that is no address is said when it is used, not when the connection is made.
 */
final class Origin {
    /** Where cloud machines answer with credentials though it isn't link-local: fd00:ec2::254 and 100.100.100.200. */
    private static final Set<String> CREDENTIALS = Set.of("fd000ec2000000000000000000000254", "646464c8");

    private static final String NO_ADDRESS = "its address is none that can be called";

    private final Optional<URI> base;
    private final List<URI> others;
    private final BooleanSupplier inside;

    private Origin(Optional<URI> base, List<URI> others, BooleanSupplier inside) {
        this.base = base;
        this.others = others;
        this.inside = inside;
    }

    /** @param inside may it be this machine or in a private network? */
    static Origin of(Supplier<String> base, BooleanSupplier inside) {
        return of(base, List::of, inside);
    }

    /** @param others roots that may be called as well */
    static Origin of(Supplier<String> base, Supplier<List<String>> others, BooleanSupplier inside) {
        try {
            List<URI> more =
                    others.get().stream().flatMap(root -> web(root).stream()).toList();
            return new Origin(web(base.get()), more, inside);
        } catch (RuntimeException | LinkageError e) {
            return new Origin(Optional.empty(), List.of(), inside);
        }
    }

    private static Optional<URI> web(String root) {
        URI uri = URI.create(root);
        boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        return Optional.of(uri).filter(u -> web && u.getHost() != null);
    }

    String host() {
        return base.map(URI::getHost).orElse("nobody");
    }

    /** The host, and the port if it isn't the usual one. */
    String place() {
        int port = base.map(URI::getPort).orElse(-1);
        return port < 0 ? host() : host() + " (port " + port + ")";
    }

    /** Below the base, or an absolute address on the very same host and port, or on one of the others. */
    URI at(String target) throws Fault {
        URI root = root();
        URI uri;
        try {
            uri = URI.create(
                    target.startsWith("http") ? target : root.toString().replaceFirst("/$", "") + target);
        } catch (IllegalArgumentException e) {
            throw Fault.of(Remedy.REPORT, "the connector asked for an address that is none", e);
        }
        if (!isBase(uri) && others.stream().noneMatch(other -> same(other, uri)))
            throw Fault.of(Remedy.REPORT, "the connector asked for another host than its own");
        return uri;
    }

    /** Is it the connection's own host, which its token is for? */
    boolean isBase(URI address) {
        return base.filter(root -> same(root, address)).isPresent();
    }

    private static boolean same(URI root, URI uri) {
        return root.getScheme().equalsIgnoreCase(uri.getScheme())
                && root.getHost().equalsIgnoreCase(uri.getHost())
                && root.getPort() == uri.getPort();
    }

    /** @throws Fault RETRY, nothing having been sent, if a request mustn't or can't go there now */
    void check(URI address) throws Fault {
        Optional<String> why = forbidden(address.getHost());
        if (why.isPresent()) throw Fault.of(Remedy.RETRY, why.get()).about(Fault.ADDRESS);
    }

    /**
     * Why it mustn't be called, for an admin; empty if it may.
     *
     * @throws Fault RETRY if nobody knows the host, which may pass by itself
     */
    Optional<String> forbidden() throws Fault {
        return base.isEmpty() ? Optional.of(NO_ADDRESS) : forbidden(host());
    }

    private Optional<String> forbidden(String host) throws Fault {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                Optional<String> why = forbidden(host, Embedded.in(address));
                if (why.isPresent()) return why;
            }
            return Optional.empty();
        } catch (UnknownHostException e) {
            throw Fault.of(Remedy.RETRY, host + " can't be found: look for a typing error in the address", e)
                    .about(Fault.ADDRESS);
        }
    }

    private Optional<String> forbidden(String host, InetAddress address) {
        if (isNever(address)) return Optional.of(host + " is an address that is never called");
        return isInside(address) && !inside.getAsBoolean()
                ? Optional.of(host + " is an address of a private network, which this product isn't in")
                : Optional.empty();
    }

    private static boolean isNever(InetAddress address) {
        return address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || CREDENTIALS.contains(HexFormat.of().formatHex(address.getAddress()));
    }

    private static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean unique = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc; // fc00::/7
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64; // 100.64.0.0/10
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || unique || shared;
    }

    private URI root() throws Fault {
        return base.orElseThrow(() -> Fault.of(Remedy.RETRY, NO_ADDRESS));
    }
}
