package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.Unpacked;
import io.mortise.itests.Vendors;
import io.mortise.itests.api.Hub;
import io.mortise.itests.api.Until;
import io.mortise.itests.api.Vendor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The product dies while somebody saves, before the page has its answer. The vendors live on in a process of their own. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 600, threadMode = SEPARATE_THREAD)
class KilledSaveTest {
    private static final Duration ARRIVES = Duration.ofMinutes(4);
    private static final String SCALE = "0.1";
    private static final String SPEED = "600";

    private final Unpacked unpacked;
    private final Browser browser;
    private Product product;
    private Vendors vendors;
    private Vendor bms;

    KilledSaveTest(Unpacked unpacked, Browser browser) {
        this.unpacked = unpacked;
        this.browser = browser;
    }

    @BeforeAll
    void start() throws Exception {
        product = Product.of(unpacked, "--sandbox-scale", SCALE, "--sandbox-speed", SPEED)
                .withoutSandbox();
        vendors = Vendors.start(unpacked, product.sandboxPort(), "--scale", SCALE, "--speed", SPEED);
        product.start().awaitReady();
        bms = Vendor.bms(product);
    }

    @AfterAll
    void stop() {
        product.close();
        vendors.close();
    }

    @Test
    void a_note_is_there_once_after_the_restart_and_its_draft_too_and_saving_again_makes_no_second() throws Exception {
        OpenTickets tickets = new OpenTickets(product, browser);
        JsonNode ticket = tickets.one(0);
        String there = tickets.there(ticket);
        String words = "Said before the crash " + System.nanoTime();
        long before = bms.writes();
        try (Visit visit = tickets.at("tech", ticket)) {
            TicketScreen screen = new TicketScreen(visit);
            screen.beginNote(words);
            Until.is(() -> isDraft(ticket, words), ARRIVES, () -> "the draft");
            bms.failsOnce("stall-body", "POST", "/tickets/" + there + "/notes$");
            killAtTheAnswer(visit.page, "**/api/tickets/*/notes");
            screen.addNote();
            assertThat(screen.note().getByRole(AriaRole.ALERT)).containsText("isn't known whether this was saved");
            assertThat(screen.note()).containsText(words);
            assertThat(bms.holding("ticketnotes", words)).hasSize(1); // it had come so far

            product.start().awaitReady();
            OpenTickets after = new OpenTickets(product, browser);
            assertThat(notes(after, ticket, words)).hasSize(1);
            assertThat(isDraft(ticket, words)).isTrue();
            screen.addNote();
            assertThat(screen.note()).hasCount(0);
            assertThat(screen.lines(words)).hasCount(1);
            Until.is(() -> !isDraft(ticket, words), ARRIVES, () -> "the draft");

            Until.quiet(() -> written(before, there), Duration.ofSeconds(10), ARRIVES);
            assertThat(notes(after, ticket, words)).hasSize(1);
            assertThat(bms.holding("ticketnotes", words)).hasSize(1);
            assertThat(written(before, there)).hasSize(1);
        }
    }

    @Test
    void a_field_has_its_new_value_after_the_restart_here_and_at_bms_and_was_written_there_once() throws Exception {
        OpenTickets tickets = new OpenTickets(product, browser);
        JsonNode ticket = tickets.one(0);
        String there = tickets.there(ticket);
        String title = "Named before the crash " + System.nanoTime();
        long before = bms.writes();
        try (Visit visit = tickets.at("tech", ticket)) {
            TicketScreen screen = new TicketScreen(visit);
            screen.write(title);
            bms.failsOnce("blackhole", "PATCH", "/tickets/" + there + "$");
            killAtTheAnswer(visit.page, "**/api/tickets/" + OpenTickets.id(ticket));
            screen.saveTitle();
            assertThat(screen.titleSays()).containsText("isn't known whether this was saved");
            assertThat(screen.title()).hasValue(title);
            assertThat(titleThere(there)).isNotEqualTo(title);

            product.start().awaitReady();
            bms.recovers();
            OpenTickets after = new OpenTickets(product, browser);
            assertThat(after.read(OpenTickets.id(ticket)).at("/fields/title").asText())
                    .isEqualTo(title);
            Until.is(() -> titleThere(there).equals(title), ARRIVES, () -> bms.record("tickets", there));
            assertThat(visit.heading(title)).isVisible(); // the page has come back by itself

            Until.quiet(() -> written(before, there), Duration.ofSeconds(10), ARRIVES);
            assertThat(titleThere(there)).isEqualTo(title);
            assertThat(written(before, there)).hasSize(1);
        }
    }

    /** The next change that is sent there is done, and nobody hears of it. */
    private void killAtTheAnswer(Page page, String url) {
        AtomicBoolean done = new AtomicBoolean();
        page.route(url, route -> {
            boolean first = !route.request().method().equals("GET") && done.compareAndSet(false, true);
            if (first) lose(route);
            else route.resume();
        });
    }

    private void lose(Route route) {
        APIResponse answer = route.fetch();
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        try {
            product.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
        route.abort("connectionreset");
    }

    private boolean isDraft(JsonNode ticket, String words) {
        return Hub.signedIn(product, "tech")
                .get("/api/tickets/" + OpenTickets.id(ticket) + "/drafts")
                .items()
                .toString()
                .contains(words);
    }

    private static List<JsonNode> notes(OpenTickets tickets, JsonNode ticket, String words) {
        return StreamSupport.stream(
                        tickets.below(OpenTickets.id(ticket), "notes").spliterator(), false)
                .filter(note -> note.path("html").asText().contains(words))
                .toList();
    }

    /** All that was written of the ticket there. */
    private List<JsonNode> written(long before, String there) {
        Pattern own = Pattern.compile("/tickets/" + there + "(/.*)?$");
        return bms.writesAfter(before).stream()
                .filter(write -> own.matcher(write.path("path").asText()).find())
                .toList();
    }

    private String titleThere(String there) {
        return bms.record("tickets", there).at("/fields/title").asText();
    }
}
