package io.mortise.web.internal.screens;

import io.mortise.web.internal.http.Problem;
import io.mortise.web.internal.http.Replies;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** {@code /x/<bundle>/<rev>/<file>}: another rev is another address, so a browser never mixes two of them. */
public final class PluginServlet extends HttpServlet {
    private final Plugins plugins;

    public PluginServlet(Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] words = request.getRequestURI().split("/", 5);
        Optional<Files> files = words.length == 5 ? plugins.files(words[2], words[3]) : Optional.empty();
        if (files.isEmpty()) {
            Replies.problem(request, response, gone());
            return;
        }
        Served.file(request, response, files.get(), words[4], Served.Age.FOR_EVER);
    }

    private static Problem gone() {
        return Problem.of(
                410,
                "gone",
                "Not there any more",
                "This module is stopped or was replaced. GET /api/ui/registry tells where its screens are now.");
    }
}
