package io.mortise.web.internal.events;

import io.mortise.web.internal.http.Problem;
import io.mortise.web.internal.http.Replies;
import io.mortise.web.internal.session.SignedIn;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** {@code /api/events}: server-sent events, without a thread for each browser. */
public final class EventsServlet extends HttpServlet {
    private static final int MOST = 1000;

    private final Stream stream;

    public EventsServlet(Stream stream) {
        this.stream = stream;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET")) {
            Replies.problem(
                    request,
                    response,
                    Problem.of(405, "method", "Not possible here", "This address takes GET only.")
                            .header("Allow", "GET"));
        } else if (stream.size() >= MOST) {
            Replies.problem(
                    request,
                    response,
                    Problem.of(503, "too-many", "Too many look on", "Try again in a while.")
                            .retryAfter(15));
        } else {
            open(request, response);
        }
    }

    private void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("Cache-Control", "no-store, no-transform");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        Client client = new Client(SignedIn.of(request), async, stream);
        stream.join(client, Optional.ofNullable(request.getHeader("Last-Event-ID")));
        client.line().open();
    }
}
