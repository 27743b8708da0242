package io.mortise.web.internal.route;

import io.mortise.api.Caller;
import io.mortise.api.Refusal;
import io.mortise.api.Routes.Route;
import io.mortise.model.Right;
import io.mortise.web.internal.http.Replies;
import io.mortise.web.internal.session.SignedIn;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Below /api: finds the route, asks for the rights, reads, calls the handler, writes. */
public final class Dispatcher extends HttpServlet {
    private static final String ROOT = "/api";

    private final Gate gate;

    public Dispatcher(Gate gate) {
        this.gate = gate;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(request, response);
        } catch (Exception e) {
            Replies.problem(request, response, e);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws Exception {
        List<String> words = Path.words(request.getRequestURI().substring(ROOT.length()));
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        Caller caller = SignedIn.of(request).caller();
        try (Gate.Pass pass = gate.enter(method, words)) {
            for (Right right : pass.entry().route().needs()) need(caller, right);
            long version = versioned(method) ? IfMatch.version(request.getHeader("If-Match")) : Incoming.NO_VERSION;
            Object body = Inputs.read(pass, request, version);
            Object answer = call(pass.entry().route(), new Incoming<>(caller, pass.holes(), request, version, body));
            Answers.write(pass.entry().route(), pass.entry().owner().mapper(), answer, response);
        }
    }

    private static boolean versioned(String method) {
        return method.equals("PUT") || method.equals("PATCH");
    }

    private static void need(Caller caller, Right right) {
        if (!caller.may(right)) {
            throw new Refusal(
                    Refusal.Reason.DENIED,
                    "This needs the right " + right.name() + ", which you don't have. Ask your administrator for it.");
        }
    }

    /** The route and its call agree by their shape, which the compiler can't see here. */
    @SuppressWarnings("unchecked")
    private static <I, O> O call(Route<I, O> route, Incoming<?> call) throws Exception {
        return route.handler().answer((Incoming<I>) call);
    }
}
