package io.mortise.sandbox.internal.http;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A port of the loopback interface. It takes addresses as clients in the wild send them: the JDK's own server would
 * read {@code //contacts} as a host.
 */
final class Listener implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Listener.class.getName());
    private static final int MOST_THREADS = 40;
    private static final int FEWEST_THREADS = 4;
    /** A filter by a thousand ids is that long. */
    private static final int LARGEST_HEAD = 128 << 10;

    /** Answers a request, or returns without a whole answer to end the connection. */
    @FunctionalInterface
    interface Service {
        void serve(Exchange exchange) throws IOException;
    }

    private final Server server;
    private final ServerConnector connector;

    private Listener(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * @param port 0 takes any free one
     * @param tls none for plain HTTP
     */
    static Listener start(String name, int port, Optional<SSLContext> tls, Service service) throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setName("sandbox-" + name);
        threads.setDaemon(true);
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1, protocols(tls));
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(port);
        connector.setIdleTimeout(0);
        server.addConnector(connector);
        server.setHandler(new Door(service));
        Listener listener = new Listener(server, connector);
        listener.open();
        return listener;
    }

    private static ConnectionFactory[] protocols(Optional<SSLContext> tls) {
        HttpConnectionFactory http = new HttpConnectionFactory(tolerant());
        if (tls.isEmpty()) {
            return new ConnectionFactory[] {http};
        }
        SslContextFactory.Server keys = new SslContextFactory.Server();
        keys.setSslContext(tls.get());
        return AbstractConnectionFactory.getFactories(keys, http);
    }

    private static HttpConfiguration tolerant() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        configuration.setRequestHeaderSize(LARGEST_HEAD);
        configuration.setSendServerVersion(false);
        return configuration;
    }

    private void open() throws IOException {
        try {
            server.start();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        } catch (Exception e) {
            close();
            throw new IOException("The simulator's port doesn't open", e);
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "A simulator did not stop cleanly", e);
        }
    }

    private static final class Door extends Handler.Abstract {
        private final Service service;

        Door(Service service) {
            this.service = service;
        }

        @Override
        public boolean handle(
                org.eclipse.jetty.server.Request request, org.eclipse.jetty.server.Response response, Callback done) {
            Exchange exchange = new Exchange(request, response);
            try {
                service.serve(exchange);
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "A caller of a simulator left", e);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "A request to a simulator broke", e);
            }
            if (exchange.isWhole()) {
                done.succeeded();
            } else {
                exchange.hangUp();
                done.failed(new EofException("The simulator hangs up"));
            }
            return true;
        }
    }
}
