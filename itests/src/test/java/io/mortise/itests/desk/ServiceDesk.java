package io.mortise.itests.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.Product;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Hub;
import io.mortise.itests.api.Passes;
import io.mortise.itests.api.Reply;
import io.mortise.itests.api.Until;
import io.mortise.itests.api.Vendor;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** A product whose tickets have come from BMS, and the people at it. */
record ServiceDesk(Product product, Http admin, Http tech, Http reader, Vendor bms) implements AutoCloseable {
    static final Duration FIRST = Duration.ofMinutes(10);
    static final Duration ARRIVES = Duration.ofMinutes(3);

    /** Starts the product; comes back when its tickets have come. */
    static ServiceDesk begin(Product product) throws IOException, InterruptedException {
        product.start().awaitReady();
        ServiceDesk desk = new ServiceDesk(
                product,
                Hub.signedIn(product, "admin"),
                Hub.signedIn(product, "tech"),
                Hub.signedIn(product, "reader"),
                Vendor.bms(product));
        try {
            desk.awaitTickets();
        } catch (AssertionError late) {
            desk.close();
            throw late;
        }
        return desk;
    }

    private void awaitTickets() {
        Passes passes = new Passes(admin);
        Until.is(passes::areOver, FIRST, passes::connections);
        Until.is(() -> all() >= bms.holding("tickets", "").size(), FIRST, this::all);
        Until.is(() -> list("state=open&limit=200").findValues("contact").size() > 0, FIRST, this::all);
        Until.is(this::areWhole, FIRST, () -> list("state=all&limit=1"));
    }

    /** A new ticket gets what those of late have, and their source comes after them. */
    private boolean areWhole() {
        JsonNode late = list("state=all&limit=200");
        return late.findValues("source").size() == late.size();
    }

    private long all() {
        return ok(tech.get("/api/tickets/count")).body().path("count").asLong();
    }

    static Reply ok(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply;
    }

    JsonNode list(String query) {
        return ok(tech.get("/api/tickets?" + query)).items();
    }

    /** Some ticket that is open and that the PSA lets people work on. */
    String open() {
        for (JsonNode ticket : list("state=open&limit=200"))
            if (isFree(ticket)) return ticket.path("id").asText();
        throw new AssertionError("no ticket is open");
    }

    private static boolean isFree(JsonNode ticket) {
        JsonNode fields = ticket.path("fields");
        return !fields.path("isReadOnly").asBoolean() && fields.path("contact").isObject();
    }

    JsonNode ticket(String id) {
        return ok(tech.get("/api/tickets/" + id)).body();
    }

    /** BMS's id of a ticket. */
    String there(String id) {
        for (JsonNode link : ticket(id).path("links"))
            if (link.path("connection").asText().equals("bms"))
                return link.path("externalId").asText();
        throw new AssertionError("it isn't at BMS");
    }

    /** Has BMS got it? */
    boolean arrived(String id) {
        for (JsonNode link : ticket(id).path("links"))
            if (link.path("connection").asText().equals("bms")
                    && !link.path("externalId").asText().isEmpty()) return true;
        return false;
    }

    /** A field of a ticket at BMS. */
    String field(String there, String name) {
        return bms.record("tickets", there).path("fields").path(name).asText();
    }

    /** What somebody types who wants a new ticket, for the customer of an open one. */
    Map<String, Object> wish(String title) {
        JsonNode like = ticket(open()).path("fields");
        return Map.of(
                "title", title,
                "description", "<p>It <b>beeps</b>.</p><script>alert(1)</script>",
                "organization", like.path("organization"),
                "contact", like.path("contact"),
                "queue", word("Service Desk"));
    }

    JsonNode made(String title) {
        return ok(tech.post("/api/tickets", Http.json(Map.of("fields", wish(title)))))
                .body();
    }

    Reply edit(Http who, String id, Map<String, Object> fields) {
        for (int i = 0; i < 5; i++) {
            Reply reply = who.with("If-Match", "\"" + ticket(id).path("version").asLong() + "\"")
                    .patch("/api/tickets/" + id, Http.json(Map.of("fields", fields)));
            if (reply.status() != 409) return reply;
        }
        throw new AssertionError("it changes all the time");
    }

    static Map<String, String> word(String label) {
        return Map.of("key", "", "label", label);
    }

    static String unique(String word) {
        return word + System.nanoTime() % 1_000_000_000;
    }

    @Override
    public void close() {
        product.close();
    }
}
