package io.mortise.web.internal.screens;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code /ui/<rev>/<file>} for the shell and {@code /lib/<name>/<version>/<file>} for the libraries: both addresses
 * change with what they hold, so browsers keep it for ever. A file of the shell can also be had without its rev.
 */
public final class FileServlet extends HttpServlet {
    private final Files files;
    private final String root;
    private final String kept;

    private FileServlet(Files files, String root, String kept) {
        this.files = files;
        this.root = root;
        this.kept = kept;
    }

    public static FileServlet shell(Files files) {
        return new FileServlet(files, "/ui/", files.rev() + "/");
    }

    public static FileServlet libraries(Files files) {
        return new FileServlet(files, "/lib/", "");
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String uri = request.getRequestURI();
        String path = uri.substring(Math.min(uri.length(), root.length()));
        if (path.startsWith(kept)) {
            Served.file(request, response, files, path.substring(kept.length()), Served.Age.FOR_EVER);
        } else {
            Served.file(request, response, files, path, Served.Age.ASK_AGAIN);
        }
    }
}
