package io.mortise.web.internal.route;

import io.mortise.api.Caller;
import io.mortise.api.Once;
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
import java.util.Optional;

/** Below /api: finds the route, asks for the rights, reads, calls the handler, writes. */
public final class Dispatcher extends HttpServlet {
    private static final String ROOT = "/api";

    private final Gate gate;

    public Dispatcher(Gate gate) {
        this.gate = gate;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> words = Path.words(request.getRequestURI().substring(ROOT.length()));
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        try (Gate.Pass pass = gate.enter(method, words)) {
            Answers.write(pass.entry(), ask(pass, request), response);
        } catch (RuntimeException | Error e) { // an Error, too: a bundle may lack a class
            Replies.problem(request, response, e);
        }
    }

    /** What a handler throws arrives unchecked; an IOException of ours is always one of the connection. */
    private static Object ask(Gate.Pass pass, HttpServletRequest request) throws IOException {
        Caller caller = SignedIn.of(request).caller();
        for (Right right : pass.entry().route().needs()) need(caller, right);
        Route<?, ?> route = pass.entry().route();
        long version = route.isVersioned() ? IfMatch.version(request.getHeader("If-Match")) : Incoming.NO_VERSION;
        Object body = Inputs.read(pass, request, version);
        Optional<Once> once = route.isKeyed() ? Key.read(request, body) : Optional.empty();
        try {
            return call(route, new Incoming<>(caller, pass.holes(), request, version, once, body));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new Broken(e);
        }
    }

    private static final class Broken extends RuntimeException {
        Broken(Exception thrown) {
            super(thrown);
        }
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
