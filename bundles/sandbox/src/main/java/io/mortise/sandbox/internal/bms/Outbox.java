package io.mortise.sandbox.internal.bms;

import io.mortise.sandbox.internal.http.Handler;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.state.Row;
import java.util.ArrayList;
import java.util.List;

/** What happened to tickets during one request; handed on when it succeeded, forgotten when not. Guarded by the store. */
final class Outbox {
    /** Who hears of it. */
    interface Listener {
        void heard(int event, Row ticket);
    }

    private record Event(int event, Row ticket) {}

    private final List<Event> waiting = new ArrayList<>();
    private final List<Listener> listeners = new ArrayList<>();

    void listen(Listener listener) {
        listeners.add(listener);
    }

    void happened(int event, Row ticket) {
        waiting.removeIf(other -> event == Guesses.TICKET_UPDATED
                && other.event == event
                && other.ticket.id().equals(ticket.id()));
        waiting.add(new Event(event, ticket));
    }

    Handler announced(Handler handler) {
        return request -> {
            waiting.clear();
            Response response = handler.handle(request);
            if (!response.failed()) {
                announce();
            }
            return response;
        };
    }

    void announce() {
        List<Event> events = List.copyOf(waiting);
        waiting.clear();
        events.forEach(event -> listeners.forEach(listener -> listener.heard(event.event, event.ticket)));
    }
}
