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
import java.time.Duration;
import java.util.Map;

/** A product whose tickets have come from BMS, and the people at it. */
record ServiceDesk(Product product, Http admin, Http tech, Http reader, Vendor bms) {
    static final Duration FIRST = Duration.ofMinutes(10);
    static final Duration ARRIVES = Duration.ofMinutes(3);

    static ServiceDesk begin(Product product) throws Exception {
        product.start().awaitReady();
        Http admin = Hub.signedIn(product, "admin");
        ServiceDesk desk = new ServiceDesk(
                product, admin, Hub.signedIn(product, "tech"), Hub.signedIn(product, "reader"), Vendor.bms(product));
        Until.is(new Passes(admin)::areOver, FIRST, () -> new Passes(admin).connections());
        Until.is(() -> desk.all() >= desk.bms.holding("tickets", "").size(), FIRST, desk::all);
        Until.is(() -> desk.list("state=open&limit=200").findValues("contact").size() > 0, FIRST, desk::all);
        Until.is(() -> desk.list("state=open&limit=200").findValues("source").size() > 0, FIRST, desk::all);
        return desk;
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
}
