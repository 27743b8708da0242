package io.mortise.itests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.Product;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A simulated system, as a person in it sees and changes it. */
public record Vendor(Http control) {
    private static final String RECORDS = "/_sandbox/records/";

    public static Vendor itGlue(Product product) {
        return at(product.sandboxPort());
    }

    public static Vendor bms(Product product) {
        return at(product.sandboxPort() + 1);
    }

    public static Vendor vsa(Product product) {
        return at(product.sandboxPort() + 2);
    }

    static List<Vendor> all(Product product) {
        return List.of(itGlue(product), bms(product), vsa(product));
    }

    private static Vendor at(int port) {
        return new Vendor(Http.at(URI.create("http://127.0.0.1:" + port)));
    }

    /** How many requests of the API have written, ever. */
    public long writes() {
        Reply reply = control.get("/_sandbox/writes?limit=1");
        assertThat(reply.status()).isEqualTo(200);
        return reply.body().path("total").asLong();
    }

    /** Those after the first so many. */
    public List<JsonNode> writesAfter(long count) {
        List<JsonNode> writes = new ArrayList<>();
        control.get("/_sandbox/writes?after=" + count).items().forEach(writes::add);
        return writes;
    }

    /** Requests of its API one by one, in order; the last 50,000. */
    public List<JsonNode> calls() {
        List<JsonNode> calls = new ArrayList<>();
        control.get("/_sandbox/calls?limit=50000").items().forEach(calls::add);
        return calls;
    }

    /** Everything that it has, by type. */
    Map<String, List<JsonNode>> everything() {
        Map<String, List<JsonNode>> all = new TreeMap<>();
        control.get("/_sandbox").body().path("records").fieldNames().forEachRemaining(type -> {
            List<JsonNode> records = new ArrayList<>();
            control.get(RECORDS + type + "?limit=5000").items().forEach(records::add);
            all.put(type, records);
        });
        return all;
    }

    /** From now on so many of all requests go wrong in this way. */
    public void fails(String kind, double probability) {
        fault(Map.of("kind", kind, "probability", probability));
    }

    /** The next such request goes wrong in this way. @param path a regular expression that is found in it */
    public void failsOnce(String kind, String method, String path) {
        fault(Map.of("kind", kind, "every", 1, "times", 1, "method", method, "path", path));
    }

    private void fault(Map<String, Object> rule) {
        Reply reply = control.post("/_sandbox/faults", Http.json(rule));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    }

    public void recovers() {
        assertThat(control.delete("/_sandbox/faults").status()).isEqualTo(204);
    }

    public JsonNode record(String type, String id) {
        Reply reply = control.get(RECORDS + type + "/" + id);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.body();
    }

    /** Records with this word anywhere in them. */
    public List<JsonNode> holding(String type, String word) {
        List<JsonNode> found = new ArrayList<>();
        control.get(RECORDS + type + "?limit=5000&q=" + URLEncoder.encode(word, StandardCharsets.UTF_8))
                .items()
                .forEach(found::add);
        return found;
    }

    public JsonNode create(String type, String json) {
        Reply reply = control.post(RECORDS + type, json);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.body();
    }

    public void change(String type, String id, String json) {
        Reply reply = control.patch(RECORDS + type + "/" + id, json);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }

    public void delete(String type, String id) {
        Reply reply = control.delete(RECORDS + type + "/" + id);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(204);
    }
}
