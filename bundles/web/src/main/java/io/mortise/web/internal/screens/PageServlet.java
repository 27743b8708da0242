package io.mortise.web.internal.screens;

import io.mortise.web.internal.http.Problem;
import io.mortise.web.internal.http.Replies;
import io.mortise.web.internal.http.Security;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * The one page, at every address that a screen may have. In it {@code {{importmap}}} becomes the import map,
 * {@code {{nonce}}} this answer's nonce, {@code {{ui}}} the path of the shell's files.
 */
public final class PageServlet extends HttpServlet {
    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final Set<String> OTHERS = Set.of("api", "x", "ui", "lib", "health");

    private final SecureRandom random = new SecureRandom();
    private final String page;
    private final String imports;

    public PageServlet(Files ui, String importMap) throws IOException {
        String root = "/ui/" + ui.rev();
        byte[] index = ui.read("index.html").orElseThrow(() -> new IOException("there is no ui/index.html"));
        this.page = new String(index, StandardCharsets.UTF_8).replace("{{ui}}", root);
        this.imports = "{\"imports\": " + importMap.replace("{{ui}}", root) + "}";
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!METHODS.contains(request.getMethod()) || !isScreen(request.getRequestURI())) {
            Replies.problem(request, response, Problem.of(404, "not-found", "Not found", "There is nothing here."));
            return;
        }
        String nonce = nonce();
        Security.page(response, nonce);
        response.setHeader("Cache-Control", "no-store");
        String map = "<script type=\"importmap\" nonce=\"" + nonce + "\">" + imports + "</script>";
        String html = page.replace("{{importmap}}", map).replace("{{nonce}}", nonce);
        Replies.bytes(response, 200, "text/html;charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isScreen(String path) {
        String[] words = path.split("/", -1);
        return !words[words.length - 1].contains(".") && !OTHERS.contains(words[1]);
    }

    private String nonce() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
