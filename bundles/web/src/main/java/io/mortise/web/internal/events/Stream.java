package io.mortise.web.internal.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mortise.api.Events;
import io.mortise.api.Sessions.Session;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** All that is told, to all who look on. Numbers begin anew with each start; the epoch tells. Thread-safe. */
public final class Stream implements Events, AutoCloseable {
    private final JsonMapper mapper = new JsonMapper();
    private final String epoch;
    private final Supplier<String> rev;
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private final Ring ring = new Ring();
    private boolean closed;

    /**
     * @param epoch of this start of the server; letters and figures
     * @param rev of the screens that are there
     */
    public Stream(String epoch, Supplier<String> rev) {
        this.epoch = epoch;
        this.rev = rev;
    }

    @Override
    public void tell(String topic, Ref about, Map<String, String> what) {
        tell(topic, Right.named(about.type() + ".read"), what);
    }

    /** To every signed-in person who looks on. */
    public void tell(String topic, Map<String, String> what) {
        tell(topic, Event.EVERYBODY, what);
    }

    @Override
    public void tell(String topic, Right needed, Map<String, String> what) {
        if (!topic.matches("[a-z][a-z0-9.-]*")) throw new IllegalArgumentException("no topic: " + topic);
        String data = json(what);
        synchronized (this) {
            Event event = new Event(ring.next(), topic, needed, data);
            ring.add(event);
            clients.forEach(client -> client.offer(event, epoch));
        }
    }

    /** @param lastSeen the id of the last event that a returning browser has had */
    synchronized void join(Client client, Optional<String> lastSeen) {
        if (closed) {
            client.close();
            return;
        }
        Optional<List<Event>> missed = lastSeen.flatMap(this::missed);
        // with an id before what was missed, a second break would lose the rest of it
        String id = missed.isPresent() ? "" : "id: " + epoch + "." + ring.last() + "\n";
        String hello = json(Map.of("rev", rev.get(), "epoch", epoch));
        client.say("retry: 1000\n" + Event.text("hello", hello, id));
        if (missed.isPresent()) client.replay(missed.get(), epoch);
        else if (lastSeen.isPresent()) client.say(Event.text("resync", "{}", ""));
        clients.add(client);
    }

    private Optional<List<Event>> missed(String id) {
        String mine = epoch + ".";
        boolean readable = id.startsWith(mine) && id.substring(mine.length()).matches("\\d{1,18}");
        return readable ? ring.after(Long.parseLong(id.substring(mine.length()))) : Optional.empty();
    }

    void leave(Client client) {
        clients.remove(client);
    }

    /** How many look on. */
    public int size() {
        return clients.size();
    }

    /** Shows every browser, and every proxy between, that the line is alive. */
    public void beat() {
        clients.forEach(Client::beat);
    }

    /** Closes the streams of a session that its person has ended. */
    public void end(Session session) {
        clients.stream().filter(client -> client.isOf(session)).forEach(Client::close);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        clients.forEach(Client::close);
    }

    private String json(Map<String, String> what) {
        try {
            return mapper.writeValueAsString(new TreeMap<>(what));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("can't be told", e);
        }
    }
}
