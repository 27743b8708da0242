package io.mortise.sandbox.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;

/** A request that came in and the way back to its caller, for one thread. What isn't answered whole ends the connection. */
final class Exchange {
    private static final int LARGEST_BODY = 40 << 20;

    private final org.eclipse.jetty.server.Request from;
    private final org.eclipse.jetty.server.Response to;
    private boolean whole;

    Exchange(org.eclipse.jetty.server.Request from, org.eclipse.jetty.server.Response to) {
        this.from = from;
        this.to = to;
    }

    Request request() throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (HttpField field : from.getHeaders()) {
            headers.putIfAbsent(field.getName(), field.getValue());
        }
        String address = "127.0.0.1:" + org.eclipse.jetty.server.Request.getLocalPort(from);
        return new Request(
                method(),
                Request.segments(from.getHttpURI().getPath()),
                Query.parse(from.getHttpURI().getQuery()),
                headers,
                body(),
                "http://" + headers.getOrDefault("Host", address),
                "http://" + address,
                Map.of());
    }

    /** A HEAD is answered as its GET; Jetty leaves the body out. */
    private String method() {
        return HttpMethod.HEAD.is(from.getMethod()) ? "GET" : from.getMethod();
    }

    private byte[] body() throws IOException {
        try (InputStream content = Content.Source.asInputStream(from)) {
            return content.readNBytes(LARGEST_BODY);
        }
    }

    void send(Response answer) throws IOException {
        byte[] body = answer.body();
        begin(answer, body.length);
        write(true, body, body.length);
        whole = true;
    }

    /** Promises the whole body and sends the first half of it. */
    void sendHalf(Response answer) throws IOException {
        byte[] body = answer.body();
        begin(answer, body.length);
        write(false, body, body.length / 2);
    }

    private void begin(Response answer, int length) {
        to.setStatus(answer.status());
        answer.headers().forEach(to.getHeaders()::put);
        if (answer.contentType() != null) {
            to.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        }
        if (length > 0 || answer.status() != 204) {
            to.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
        }
    }

    private void write(boolean last, byte[] body, int length) throws IOException {
        Content.Sink.write(to, last, ByteBuffer.wrap(body, 0, length));
    }

    /** Whether the caller got all that was promised. */
    boolean isWhole() {
        return whole;
    }

    void hangUp() {
        from.getConnectionMetaData().getConnection().getEndPoint().close();
    }
}
