package io.mortise.itests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.Unpacked;
import io.mortise.itests.Vendors;
import io.mortise.itests.browser.BrowserExtension;
import io.mortise.itests.browser.ComingTickets;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A first sync of tickets, whose notes cost one vendor's limit most; the vendors run in a process of their own. */
@SuppressWarnings("try") // that the vendors run is all that is wanted of them
@ExtendWith({ProductExtension.class, BrowserExtension.class})
class FirstTicketsTest {
    private static final Duration END = Duration.ofMinutes(6);
    /** What the sandbox's BMS allows for each endpoint, as fast as its clock goes; nine of ten are ours. */
    private static final Duration WINDOW = Duration.ofSeconds(60);

    private static final int LIMIT = 1_500;
    private static final int OURS = 1_350;
    private static final String NOTES = "GET /v2/servicedesk/tickets/{ticketId}/notes";
    private static final String OTHER = "another program";

    private final Unpacked unpacked;
    private final Browser browser;

    FirstTicketsTest(Unpacked unpacked, Browser browser) {
        this.unpacked = unpacked;
        this.browser = browser;
    }

    @Test
    void f075_f076_its_progress_budget_and_end_are_shown_and_survive_a_kill_without_one_request_too_many()
            throws Exception {
        try (Product product = product("0.4");
                Vendors vendors = vendors(product, "0.4")) {
            product.start().awaitReady();
            JsonNode before = seenUnderWay(product);
            product.kill();
            product.start().awaitReady();
            JsonNode after = seenUnderWay(product);
            ComingTickets screens = new ComingTickets(product, browser);
            screens.assertUnderWay();
            // it doesn't begin anew; what people have changed meanwhile is read once more
            assertThat(after.at("/inside/read").asLong())
                    .isGreaterThanOrEqualTo(before.at("/inside/read").asLong() * 3 / 4);
            awaitThrough(product);
            screens.assertAgeIsSeen();

            Passes passes = new Passes(Hub.signedIn(product, "admin"));
            assertThat(passes.type("bms", "ticketNote").path("readyAt").isNull())
                    .isTrue();
            Vendor bms = Vendor.bms(product);
            long tickets = bms.everything().get("tickets").size();
            assertThat(passes.type("bms", "ticket").at("/counts/seen").asLong()).isEqualTo(tickets);
            assertThat(passes.type("bms", "ticketNote").at("/inside/all").asLong())
                    .isEqualTo(tickets);
            assertThat(bms.calls()).noneMatch(call -> call.path("status").asInt() == 429);
            assertThat(Windows.fullest(bms.calls(), WINDOW).values()).allMatch(count -> count <= OURS);
        }
    }

    @Test
    void r09_s14_beside_another_program_our_share_holds_its_own_is_left_to_it_and_its_greed_slows_us_down()
            throws Exception {
        try (Product product = product("0.3");
                Vendors vendors = vendors(product, "0.3")) {
            Vendor bms = Vendor.bms(product);
            Http other = signedIn(product);
            String notes = "/v2/servicedesk/tickets/"
                    + bms.everything().get("tickets").get(0).path("id").asText() + "/notes";
            product.start().awaitReady();
            Instant begun = Instant.now();
            AtomicInteger refused = new AtomicInteger();
            Until.is(
                    () -> {
                        if (other.get(notes).status() == 429) refused.incrementAndGet(); // two in a second
                        return count(ours(bms, NOTES)) > 700;
                    },
                    END,
                    () -> count(ours(bms, NOTES)));
            assertThat(refused)
                    .as("refused to the other, who keeps to its share")
                    .hasValue(0);
            assertThat(ours(bms, NOTES)).noneMatch(call -> call.path("status").asInt() == 429);

            BooleanSupplier weAreRefused = () -> ours(bms, NOTES).stream()
                    .anyMatch(call -> call.path("status").asInt() == 429);
            Until.is(
                    () -> {
                        for (int i = 0; i < LIMIT / 5; i++) other.get(notes);
                        return weAreRefused.getAsBoolean();
                    },
                    END,
                    () -> "we were never refused since " + begun);
            awaitThrough(product);
            List<JsonNode> all = bms.calls().stream()
                    .filter(call -> !call.path("agent").asText().equals(OTHER))
                    .toList();
            assertThat(Windows.fullest(all, WINDOW).values()).allMatch(count -> count <= OURS);
            assertThat(ours(bms, NOTES).stream()
                            .filter(call -> call.path("status").asInt() == 429))
                    .as("those under way together when the first is refused, a few times")
                    .hasSizeLessThan(60);
        }
    }

    private Product product(String scale) throws Exception {
        return Product.of(unpacked, "--sandbox-scale", scale, "--sandbox-speed", "60")
                .withoutSandbox();
    }

    private Vendors vendors(Product product, String scale) throws Exception {
        return Vendors.start(unpacked, product.sandboxPort(), "--scale", scale, "--speed", "60");
    }

    /** An estimate, and how much of what it stands on. */
    private static JsonNode seenUnderWay(Product product) {
        Passes passes = new Passes(Hub.signedIn(product, "admin"));
        Until.is(
                () -> passes.type("bms", "ticketNote").path("readyAt").isTextual(),
                END,
                () -> passes.type("bms", "ticketNote"));
        JsonNode notes = passes.type("bms", "ticketNote");
        assertThat(notes.path("state").asText()).isEqualTo("running");
        assertThat(notes.at("/inside/type").asText()).isEqualTo("ticket");
        assertThat(notes.at("/inside/read").asLong())
                .isLessThan(notes.at("/inside/all").asLong());
        JsonNode budget = notes.at("/budgets/0");
        assertThat(budget.path("route").asText()).startsWith("GET /v2/servicedesk/tickets/");
        assertThat(budget.path("limit").asInt()).isEqualTo(OURS);
        assertThat(budget.path("windowSeconds").asDouble()).isEqualTo(WINDOW.toSeconds());
        assertThat(budget.path("used").asInt()).isPositive();
        assertThat(budget.path("used").asInt() + budget.path("left").asInt()).isEqualTo(OURS);
        return notes;
    }

    private static void awaitThrough(Product product) {
        Passes passes = new Passes(Hub.signedIn(product, "admin"));
        Until.is(
                () -> {
                    JsonNode inside = passes.type("bms", "ticketNote").path("inside");
                    return inside.isObject()
                            && inside.path("read").asLong() > 0
                            && inside.path("read").equals(inside.path("all"))
                            && passes.type("bms", "ticket").path("freshAt").isTextual();
                },
                END,
                () -> passes.type("bms", "ticketNote"));
    }

    private static List<JsonNode> ours(Vendor vendor, String route) {
        return vendor.calls().stream()
                .filter(call -> !call.path("agent").asText().equals(OTHER))
                .filter(call -> route.equals(call.path("method").asText() + " "
                        + call.path("endpoint").asText()))
                .toList();
    }

    private static int count(List<JsonNode> calls) {
        return calls.size();
    }

    /** The same account, by another program. */
    private static Http signedIn(Product product) {
        Http http = Http.at(URI.create("http://127.0.0.1:" + (product.sandboxPort() + 1)))
                .with("User-Agent", OTHER);
        String form = "GrantType=password&UserName=api&Password=sandbox&Tenant=Sandbox";
        Reply reply = http.with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/v2/security/authenticate", form.getBytes());
        return http.with(
                "Authorization",
                "Bearer " + reply.body().at("/result/accessToken").asText());
    }
}
