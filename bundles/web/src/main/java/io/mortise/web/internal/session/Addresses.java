package io.mortise.web.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a request comes from. Behind a proxy that we know it is what the proxy saw; what others write into
 * X-Forwarded-For is believed by nobody. Immutable.
 */
public final class Addresses {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");

    private final Set<String> proxies;

    /** @param proxies addresses with commas between them; this machine is always one */
    public Addresses(String proxies) {
        this.proxies = Arrays.stream(proxies.split(","))
                .map(Addresses::bare)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    public String of(HttpServletRequest request) {
        List<String> way = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders("X-Forwarded-For")))
            Arrays.stream(header.split(",")).map(Addresses::bare).forEach(way::add);
        way.add(bare(request.getRemoteAddr()));
        int last = way.size() - 1;
        while (last > 0 && isProxy(way.get(last))) last--;
        return way.get(last);
    }

    private boolean isProxy(String address) {
        return THIS_MACHINE.contains(address) || proxies.contains(address);
    }

    private static String bare(String address) {
        return address.strip().replaceAll("[\\[\\]]", "");
    }
}
