package io.mortise.web.internal.session;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mortise.api.Caller;
import io.mortise.api.Refusal;
import io.mortise.api.Sessions;
import io.mortise.api.Sessions.Session;
import io.mortise.web.internal.body.JsonBody;
import io.mortise.web.internal.http.Problem;
import io.mortise.web.internal.http.Replies;
import io.mortise.web.internal.json.Mappers;
import io.mortise.web.internal.service.Slot;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** {@code /api/session} and {@code /api/setup}: the only routes that give or take the cookie. */
public final class SessionServlet extends HttpServlet {
    private final Slot<Sessions> sessions;
    private final Addresses addresses;
    private final Consumer<Session> ended;
    private final JsonMapper mapper = Mappers.own();

    /** @param ended told of each session that its person has ended */
    public SessionServlet(Slot<Sessions> sessions, Addresses addresses, Consumer<Session> ended) {
        this.sessions = sessions;
        this.addresses = addresses;
        this.ended = ended;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            switch (request.getMethod() + " " + request.getRequestURI()) {
                case "POST /api/session" -> signIn(request, response);
                case "GET /api/session", "HEAD /api/session" -> answer(response, own(request));
                case "DELETE /api/session" -> signOut(request, response);
                case "POST /api/setup" -> setUp(request, response);
                default -> throw method(request.getRequestURI()).halt();
            }
        } catch (RuntimeException e) {
            Replies.problem(request, response, e);
        }
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SignIn body = JsonBody.read(mapper, request, SignIn.class);
        begin(request, response, sessions.need().signIn(body.user(), body.password(), addresses.of(request)));
    }

    private void setUp(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SetUp body = JsonBody.read(mapper, request, SetUp.class);
        String from = addresses.of(request);
        begin(request, response, sessions.need().setUp(body.code(), body.user(), body.name(), body.password(), from));
    }

    private void begin(HttpServletRequest request, HttpServletResponse response, Session session) throws IOException {
        Cookies.give(request, response, session);
        answer(response, session);
    }

    private void signOut(HttpServletRequest request, HttpServletResponse response) {
        Session session = own(request);
        sessions.need().end(session.cookie());
        ended.accept(session);
        Cookies.take(request, response);
        response.setStatus(204);
    }

    private static Session own(HttpServletRequest request) {
        Optional<Session> session = SignedIn.of(request).session();
        return session.orElseThrow(
                () -> new Refusal(Refusal.Reason.NOT_FOUND, "A bearer token has no session; it needs none."));
    }

    private void answer(HttpServletResponse response, Session session) throws IOException {
        Caller caller = session.caller();
        SessionAnswer answer = new SessionAnswer(
                new SessionAnswer.User(caller.id(), caller.name(), caller.email()),
                List.copyOf(new TreeSet<>(session.roles())),
                List.copyOf(new TreeSet<>(session.rights())),
                session.csrf());
        Replies.bytes(response, 200, "application/json", mapper.writeValueAsBytes(answer));
    }

    private static Problem method(String path) {
        String allowed = path.equals("/api/setup") ? "POST" : "DELETE, GET, POST";
        return Problem.of(405, "method", "Not possible here", "This address takes " + allowed + " only.")
                .header("Allow", allowed);
    }
}
