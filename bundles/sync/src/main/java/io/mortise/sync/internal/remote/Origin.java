package io.mortise.sync.internal.remote;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The one host that a connection may call. Its addresses are looked at before each request: those of this machine and of
 * private networks only where that is allowed, link-local ones (cloud machines answer with credentials there) and those
 * that are no single machine never. The client resolves the name once more; the JDK remembers it for some seconds, so
 * both see the same. A base that is no address is said when it is used, not when the connection is made.
 */
final class Origin {
    private final Optional<URI> base;
    private final BooleanSupplier inside;

    private Origin(Optional<URI> base, BooleanSupplier inside) {
        this.base = base;
        this.inside = inside;
    }

    /** @param inside may it be this machine or in a private network? */
    static Origin of(Supplier<String> base, BooleanSupplier inside) {
        try {
            URI uri = URI.create(base.get());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return new Origin(Optional.of(uri).filter(u -> web && u.getHost() != null), inside);
        } catch (RuntimeException | LinkageError e) {
            return new Origin(Optional.empty(), inside);
        }
    }

    String host() {
        return base.map(URI::getHost).orElse("nobody");
    }

    /** Below the base, or an absolute address on the very same host and port. */
    URI at(String target) throws Fault {
        URI root = root();
        URI uri;
        try {
            uri = URI.create(
                    target.startsWith("http") ? target : root.toString().replaceFirst("/$", "") + target);
        } catch (IllegalArgumentException e) {
            throw Fault.of(Remedy.REPORT, "the connector asked for an address that is none", e);
        }
        boolean same = root.getScheme().equalsIgnoreCase(uri.getScheme())
                && root.getHost().equalsIgnoreCase(uri.getHost())
                && root.getPort() == uri.getPort();
        if (!same) throw Fault.of(Remedy.REPORT, "the connector asked for another host than its own");
        return uri;
    }

    /** @throws Fault RETRY, nothing having been sent, if a request mustn't or can't go there now */
    void check() throws Fault {
        root();
        try {
            for (InetAddress address : InetAddress.getAllByName(host())) check(address);
        } catch (UnknownHostException e) {
            throw Fault.of(Remedy.RETRY, host() + " can't be found", e);
        }
    }

    private void check(InetAddress address) throws Fault {
        boolean never = address.isLinkLocalAddress() || address.isAnyLocalAddress() || address.isMulticastAddress();
        if (never) throw Fault.of(Remedy.RETRY, host() + " is an address that is never called");
        if (isInside(address) && !inside.getAsBoolean())
            throw Fault.of(Remedy.RETRY, host() + " is an address of a private network, which this product isn't in");
    }

    private static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean unique = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc; // fc00::/7
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64; // 100.64.0.0/10
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || unique || shared;
    }

    private URI root() throws Fault {
        return base.orElseThrow(() -> Fault.of(Remedy.RETRY, "its address is none that can be called"));
    }
}
