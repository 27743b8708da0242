package io.mortise.sandbox.internal.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** How many requests there were per method, endpoint and status. Safe for many threads. */
final class Traffic {
    /** What a request that never got an answer counts as. */
    static final int NO_ANSWER = 0;

    private record Key(String method, String endpoint, int status) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byEndpoint = endpoint.compareTo(other.endpoint);
            int byMethod = byEndpoint != 0 ? byEndpoint : method.compareTo(other.method);
            return byMethod != 0 ? byMethod : Integer.compare(status, other.status);
        }
    }

    private final Map<Key, LongAdder> counts = new ConcurrentSkipListMap<>();

    void count(String method, String endpoint, int status) {
        counts.computeIfAbsent(new Key(method, endpoint, status), key -> new LongAdder())
                .increment();
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
}
