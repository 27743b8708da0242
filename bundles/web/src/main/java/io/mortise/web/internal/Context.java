package io.mortise.web.internal;

import io.mortise.web.internal.session.Guard;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.servlet.context.ServletContextHelper;

/** The Servlet context of all of ours; whatever else is put into it stands behind the same guard. */
final class Context extends ServletContextHelper {
    static final String NAME = "mortise";

    private final Guard guard;

    Context(Guard guard) {
        this.guard = guard;
    }

    @Override
    public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return guard.admits(request, response);
    }
}
