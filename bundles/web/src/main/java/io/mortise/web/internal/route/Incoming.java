package io.mortise.web.internal.route;

import io.mortise.api.Caller;
import io.mortise.api.Once;
import io.mortise.api.Routes.Call;
import io.mortise.web.internal.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;

/** The request as a handler sees it. */
record Incoming<I>(
        Caller caller, Map<String, String> holes, HttpServletRequest request, long seen, Optional<Once> once, I body)
        implements Call<I> {
    static final long NO_VERSION = -1;

    @Override
    public String path(String hole) {
        String value = holes.get(hole);
        if (value == null) throw new IllegalArgumentException("the path has no hole {" + hole + "}");
        return value;
    }

    @Override
    public Optional<String> query(String name) {
        try {
            return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isBlank());
        } catch (RuntimeException e) {
            throw Problem.of(400, "malformed", "Not readable", "What follows the ? can't be decoded.")
                    .halt();
        }
    }

    @Override
    public long version() {
        if (seen == NO_VERSION) throw new IllegalStateException("this route needs no version");
        return seen;
    }
}
