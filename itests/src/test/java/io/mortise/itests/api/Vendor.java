package io.mortise.itests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.Product;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A simulated system, as a person in it sees and changes it. */
record Vendor(Http control) {
    private static final String RECORDS = "/_sandbox/records/";

    static Vendor itGlue(Product product) {
        return at(product.sandboxPort());
    }

    static Vendor bms(Product product) {
        return at(product.sandboxPort() + 1);
    }

    static Vendor vsa(Product product) {
        return at(product.sandboxPort() + 2);
    }

    private static Vendor at(int port) {
        return new Vendor(Http.at(URI.create("http://127.0.0.1:" + port)));
    }

    /** How many requests of the API have written, ever. */
    long writes() {
        Reply reply = control.get("/_sandbox/writes?limit=1");
        assertThat(reply.status()).isEqualTo(200);
        return reply.body().path("total").asLong();
    }

    /** Those after the first so many. */
    List<JsonNode> writesAfter(long count) {
        List<JsonNode> writes = new ArrayList<>();
        control.get("/_sandbox/writes?after=" + count).items().forEach(writes::add);
        return writes;
    }

    JsonNode record(String type, String id) {
        Reply reply = control.get(RECORDS + type + "/" + id);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.body();
    }

    /** Records with this word anywhere in them. */
    List<JsonNode> holding(String type, String word) {
        List<JsonNode> found = new ArrayList<>();
        control.get(RECORDS + type + "?limit=5000&q=" + word).items().forEach(found::add);
        return found;
    }

    JsonNode create(String type, String json) {
        Reply reply = control.post(RECORDS + type, json);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.body();
    }

    void change(String type, String id, String json) {
        Reply reply = control.patch(RECORDS + type + "/" + id, json);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }

    void delete(String type, String id) {
        Reply reply = control.delete(RECORDS + type + "/" + id);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(204);
    }
}
