package io.mortise.web.internal;

import io.mortise.api.Records;
import io.mortise.api.Routes;
import io.mortise.api.Runs;
import io.mortise.web.internal.route.Gate;
import io.mortise.web.internal.screens.Files;
import io.mortise.web.internal.session.Addresses;
import io.mortise.web.internal.session.Hosts;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.ServerConnector;

/** The site on a real Jetty, on a free port. */
final class Server implements AutoCloseable {
    static final Gate.Patience SHORT = new Gate.Patience(Duration.ofSeconds(5), Duration.ofMillis(700), 8);

    final Site site;
    final AtomicBoolean launched = new AtomicBoolean(true);
    final AtomicBoolean stopping = new AtomicBoolean();
    private final org.eclipse.jetty.server.Server jetty = new org.eclipse.jetty.server.Server();

    private Server(Gate.Patience patience) throws Exception {
        site = new Site(new Surroundings(
                files(Path.of("src/test/resources/shell")),
                files(Path.of("target/classes/lib")),
                java.nio.file.Files.readString(Path.of("target/classes/imports.json")),
                new Hosts("known.example"),
                new Addresses("10.0.0.7"),
                patience,
                launched::get,
                stopping::get));
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        jetty.setHandler(handler());
        jetty.start();
    }

    static Server empty() throws Exception {
        return new Server(SHORT);
    }

    /** With these people, and all services that make it ready. */
    static Server with(Person... people) throws Exception {
        return with(SHORT, people);
    }

    static Server with(Gate.Patience patience, Person... people) throws Exception {
        Server server = new Server(patience);
        server.site.sessions.fill(new MemorySessions(people));
        server.site.records.fill(nothing(Records.class));
        server.site.runs.fill(nothing(Runs.class));
        return server;
    }

    Server route(Routes.Route<?, ?>... all) {
        List<Routes.Route<?, ?>> routes = List.of(all);
        site.gate.add("test.bundle", () -> routes);
        return this;
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + ((ServerConnector) jetty.getConnectors()[0]).getLocalPort());
    }

    Browser browser() {
        return new Browser(base());
    }

    /** For requests that no client would send: the first line as it is, and what came back as text. */
    String raw(String requestLine, Browser as) throws IOException {
        try (Socket socket = open(requestLine, as.with("Connection", "close"))) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Asks and doesn't read. */
    Socket open(String requestLine, Browser as) throws IOException {
        Socket socket = new Socket("127.0.0.1", base().getPort());
        String request = requestLine + "\r\nHost: 127.0.0.1\r\n" + as.lines() + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private ServletContextHandler handler() {
        ServletContextHandler handler = new ServletContextHandler("/");
        Filter guard = (request, response, chain) -> {
            if (site.guard.admits((HttpServletRequest) request, (HttpServletResponse) response)) {
                chain.doFilter(request, response);
            }
        };
        FilterHolder holder = new FilterHolder(guard);
        holder.setAsyncSupported(true);
        handler.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
        for (Site.Mount mount : site.mounts) {
            ServletHolder servlet = new ServletHolder(mount.servlet());
            servlet.setAsyncSupported(true);
            for (String pattern : mount.patterns()) handler.addServlet(servlet, pattern);
        }
        return handler;
    }

    static Files files(Path folder) throws IOException {
        SortedMap<String, URL> files = new TreeMap<>();
        try (Stream<Path> all = java.nio.file.Files.walk(folder)) {
            for (Path file : all.filter(java.nio.file.Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), file.toUri().toURL());
            }
        }
        return new Files(files);
    }

    /** A service that is there and is never called. */
    static <T> T nothing(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            throw new UnsupportedOperationException(method.getName());
        }));
    }

    @Override
    public void close() throws IOException {
        site.close();
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
