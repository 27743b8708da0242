package io.mortise.sandbox.internal.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** How many requests there were per method, endpoint and status, and the last of them one by one. Safe for many threads. */
final class Traffic {
    /** What a request that never got an answer counts as. */
    static final int NO_ANSWER = 0;

    private static final int KEPT = 50_000;

    private record Key(String method, String endpoint, int status) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byEndpoint = endpoint.compareTo(other.endpoint);
            int byMethod = byEndpoint != 0 ? byEndpoint : method.compareTo(other.method);
            return byMethod != 0 ? byMethod : Integer.compare(status, other.status);
        }
    }

    /** @param agent what the client calls itself: clients that share an account are told apart by it */
    private record Call(long number, Instant at, Key key, String agent) {
        void write(ObjectNode item) {
            item.put("seq", number).put("time", at.toString());
            item.put("method", key.method).put("endpoint", key.endpoint);
            item.put("status", key.status).put("agent", agent);
        }
    }

    private final Map<Key, LongAdder> counts = new ConcurrentSkipListMap<>();
    private final Deque<Call> last = new ArrayDeque<>();
    private long number;

    /** @param at when it was counted against its limit */
    void count(Request request, String endpoint, int status, Instant at) {
        Key key = new Key(request.method(), endpoint, status);
        counts.computeIfAbsent(key, k -> new LongAdder()).increment();
        String agent = request.headers().getOrDefault("User-Agent", "");
        synchronized (last) {
            last.addLast(new Call(++number, at, key, agent));
            if (last.size() > KEPT) last.removeFirst();
        }
    }

    ObjectNode toJson() {
        ArrayNode items = Json.array();
        long total = 0;
        for (Map.Entry<Key, LongAdder> entry : new TreeMap<>(counts).entrySet()) {
            Key key = entry.getKey();
            long count = entry.getValue().sum();
            total += count;
            ObjectNode item = items.addObject();
            item.put("method", key.method).put("endpoint", key.endpoint);
            item.put("status", key.status).put("count", count);
        }
        ObjectNode json = Json.object().put("total", total);
        json.set("items", items);
        return json;
    }

    /** Those after a number, oldest first, as far as they are kept. */
    ObjectNode calls(long after, int limit) {
        ObjectNode json = Json.object();
        synchronized (last) {
            json.put("total", number);
            ArrayNode items = json.putArray("items");
            last.stream()
                    .filter(call -> call.number > after)
                    .limit(limit)
                    .forEach(call -> call.write(items.addObject()));
        }
        return json;
    }
}
