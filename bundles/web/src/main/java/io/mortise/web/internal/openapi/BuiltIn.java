package io.mortise.web.internal.openapi;

import io.mortise.api.Routes.Shape;
import io.mortise.web.internal.route.Described;
import io.mortise.web.internal.session.SessionAnswer;
import io.mortise.web.internal.session.SetUp;
import io.mortise.web.internal.session.SignIn;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Routes that servlets of their own answer, because they handle the cookie. */
final class BuiltIn {
    private static final Shape<SessionAnswer> SESSION = Shape.of(SessionAnswer.class);

    static final List<Described> ROUTES = List.of(
            of("POST", "/session", Shape.of(SignIn.class), SESSION, true, "Signs in; gives the cookie"),
            of("GET", "/session", Shape.NOTHING, SESSION, false, "Who is signed in"),
            of("DELETE", "/session", Shape.NOTHING, Shape.NOTHING, false, "Signs out"),
            of("POST", "/setup", Shape.of(SetUp.class), SESSION, true, "Makes the first administrator"));

    private BuiltIn() {}

    private static Described of(String method, String path, Shape<?> in, Shape<?> out, boolean open, String summary) {
        return new Described(method, path, in, out, Set.of(), Map.of(), summary, false, false, "io.mortise.web", open);
    }
}
