package io.mortise.web.internal.events;

import io.mortise.api.Sessions.Session;
import io.mortise.model.Right;
import io.mortise.web.internal.session.SignedIn;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A browser that looks on: what it may hear, and until when without asking again who it is. */
final class Client {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final SignedIn who;
    private final Line line;
    private final Instant until;

    Client(SignedIn who, AsyncContext async, Stream stream) throws IOException {
        this.who = who;
        this.line = new Line(async, () -> stream.leave(this));
        Instant longest = Instant.now().plus(LONGEST);
        this.until = who.session()
                .map(Session::ends)
                .filter(ends -> ends.isBefore(longest))
                .orElse(longest);
    }

    Line line() {
        return line;
    }

    void offer(Event event, String epoch) {
        if (hears(event)) line.say(event.text(epoch));
    }

    void replay(List<Event> missed, String epoch) {
        StringBuilder all = new StringBuilder();
        missed.stream().filter(this::hears).forEach(event -> all.append(event.text(epoch)));
        if (!all.isEmpty()) line.say(all.toString());
    }

    void say(String text) {
        line.say(text);
    }

    void beat() {
        if (Instant.now().isAfter(until)) close();
        else line.say(":\n\n");
    }

    boolean isOf(Session session) {
        return who.session()
                .filter(own -> own.cookie().equals(session.cookie()))
                .isPresent();
    }

    void close() {
        line.close(Event.text("closing", "{}", ""));
    }

    private boolean hears(Event event) {
        Right needed = event.needed();
        return needed.equals(Event.EVERYBODY) || who.caller().may(needed);
    }
}
