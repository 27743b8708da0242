package io.mortise.web.internal.hook;

import io.mortise.api.Hooks;
import io.mortise.web.internal.http.Problem;
import io.mortise.web.internal.http.Replies;
import io.mortise.web.internal.service.Slot;
import io.mortise.web.internal.session.Addresses;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code POST /hooks/{connection}}, for connected systems that call when something has changed there. They have no session:
 * what a call proves it proves by its signature. What is known of a connection isn't told by how a call is refused.
 */
public final class HookServlet extends HttpServlet {
    private static final String ROOT = "/hooks/";
    private static final int RETRY_SECONDS = 10;

    private final Slot<Hooks> hooks;
    private final Addresses addresses;

    public HookServlet(Slot<Hooks> hooks, Addresses addresses) {
        this.hooks = hooks;
        this.addresses = addresses;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (!request.getMethod().equals("POST")) throw method().halt();
            Hooks.Call call = new Hooks.Call(headers(request), body(request));
            switch (hooks.need().take(connection(request), addresses.of(request), call)) {
                case TAKEN -> accepted(response);
                case REFUSED -> throw refused().halt();
                case TOO_MANY -> throw tooMany().halt();
            }
        } catch (RuntimeException | Error e) { // an Error, too: a bundle may lack a class
            Replies.problem(request, response, e);
        }
    }

    private static void accepted(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
        response.setContentLength(0);
    }

    private static String connection(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.length() > ROOT.length() ? path.substring(ROOT.length()) : "";
    }

    /** A browser's cookies mean nothing here, and are nobody's to see. */
    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : Collections.list(request.getHeaderNames()))
            if (!name.equalsIgnoreCase("Cookie")) headers.put(name, request.getHeader(name));
        return headers;
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(Hooks.LARGEST + 1);
        if (body.length > Hooks.LARGEST) throw tooLarge().halt();
        return body;
    }

    private static Problem method() {
        return Problem.of(405, "method", "Not possible here", "This address takes POST only.")
                .header("Allow", "POST");
    }

    private static Problem tooLarge() {
        return Problem.of(413, "too-large", "Too large", "A call has no more than " + (Hooks.LARGEST >> 10) + " KB.");
    }

    private static Problem refused() {
        return Problem.of(
                        401,
                        "hook-refused",
                        "Not taken",
                        "No connection at this address takes this call. Compare the address, and the secret that calls are"
                                + " signed with, with the page of the connection.")
                .header("WWW-Authenticate", "Signature realm=\"mortise\"");
    }

    private static Problem tooMany() {
        return Problem.of(
                        429,
                        "too-many",
                        "Too many calls",
                        "Calls that aren't signed, or not rightly, are taken seldom. Set the secret on both sides.")
                .retryAfter(RETRY_SECONDS);
    }
}
