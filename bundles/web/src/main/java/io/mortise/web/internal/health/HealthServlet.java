package io.mortise.web.internal.health;

import io.mortise.web.internal.http.Problem;
import io.mortise.web.internal.http.Replies;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /health/live} and {@code /health/ready}, for whoever watches over the process. */
public final class HealthServlet extends HttpServlet {
    private final Readiness readiness;

    public HealthServlet(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        switch (request.getRequestURI()) {
            case "/health/live" -> Replies.json(response, 200, Map.of("status", "live"));
            case "/health/ready" -> ready(response);
            default ->
                Replies.problem(
                        request,
                        response,
                        Problem.of(404, "not-found", "Not found", "There are /health/live and /health/ready."));
        }
    }

    private void ready(HttpServletResponse response) throws IOException {
        List<Readiness.Line> lines = readiness.lines();
        boolean ready = lines.stream().allMatch(Readiness.Line::ok);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", ready ? "ready" : "not-ready");
        json.put("checks", lines.stream().map(HealthServlet::plain).toList());
        if (!ready) response.setHeader("Retry-After", "1");
        Replies.json(response, ready ? 200 : 503, json);
    }

    private static Map<String, Object> plain(Readiness.Line line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", line.name());
        json.put("ok", line.ok());
        json.put("detail", line.detail());
        return json;
    }
}
