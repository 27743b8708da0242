package io.mortise.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mortise.connector.Connector;
import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicNode;

/** Somebody else's JSON API at the address: its no is about the address, not about the credentials. */
record StrangerRules(Connector connector, Map<String, String> settings) {
    private static final byte[] NO = "{\"error\":\"nothing here\"}".getBytes(StandardCharsets.UTF_8);

    DynamicNode all() {
        Rules rules = new Rules("another program at the address");
        for (int status : new int[] {401, 403, 404})
            rules.rule("its " + status + " is about the address", () -> refused(status));
        return rules.all();
    }

    private void refused(int status) throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, NO.length);
            exchange.getResponseBody().write(NO);
            exchange.close();
        });
        other.start();
        try {
            Fault fault = Rules.fault(
                    () -> stand("http://127.0.0.1:" + other.getAddress().getPort()));
            assertThat(fault.setting()).as(fault.toString()).contains(Fault.ADDRESS);
            assertThat(fault.remedy()).isIn(Remedy.SIGN_IN, Remedy.ASK_ADMIN, Remedy.FORGET, Remedy.REPORT);
        } finally {
            other.stop(0);
        }
    }

    private void stand(String address) throws Fault {
        Map<String, String> there = new TreeMap<>(settings);
        there.put(connector.descriptor().addressed().get(0), address);
        Line line = new Line(connector, there, Optional.empty());
        line.wire().use(connector.signIn(line));
        try (var session = connector.open(line)) {
            session.standing();
        }
    }
}
