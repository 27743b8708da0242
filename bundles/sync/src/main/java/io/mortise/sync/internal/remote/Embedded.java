package io.mortise.sync.internal.remote;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** IPv6 addresses behind which an IPv4 machine is called: gateways take a packet there by what is written in them. */
final class Embedded {
    private static final String MAPPED = "00000000000000000000ffff";
    private static final String COMPATIBLE = "000000000000000000000000";
    private static final String NAT64 = "0064ff9b0000000000000000";
    private static final String SIX_TO_FOUR = "2002";
    private static final int IPV6 = 16;

    private Embedded() {}

    /** The IPv4 address inside; the address itself if there is none. */
    static InetAddress in(InetAddress address) throws UnknownHostException {
        byte[] bytes = address.getAddress();
        if (bytes.length != IPV6 || address.isAnyLocalAddress() || address.isLoopbackAddress()) return address;
        String hex = HexFormat.of().formatHex(bytes);
        if (hex.startsWith(MAPPED) || hex.startsWith(COMPATIBLE) || hex.startsWith(NAT64)) return v4(bytes, 12);
        return hex.startsWith(SIX_TO_FOUR) ? v4(bytes, 2) : address;
    }

    private static InetAddress v4(byte[] bytes, int from) throws UnknownHostException {
        return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    }
}
