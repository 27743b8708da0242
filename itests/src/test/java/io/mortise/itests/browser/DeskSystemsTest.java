package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.Unpacked;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Hub;
import io.mortise.itests.api.Reply;
import io.mortise.itests.api.Until;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the desk looks like when an admin switches a system off, or it lets us in no more. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 400, threadMode = SEPARATE_THREAD)
class DeskSystemsTest {
    private static final Duration SEEN = Duration.ofMinutes(2);
    private final Product product;
    private final Browser browser;
    private OpenTickets tickets;
    private Http admin;

    DeskSystemsTest(Unpacked unpacked, Browser browser) throws IOException {
        product = Product.of(unpacked, "--sandbox-scale", "0.02");
        this.browser = browser;
    }

    @BeforeAll
    void start() throws Exception {
        product.start().awaitReady();
        tickets = new OpenTickets(product, browser);
        admin = Hub.signedIn(product, "admin");
    }

    @AfterAll
    void stop() {
        product.close();
    }

    private JsonNode connection(String id) {
        return admin.get("/api/connections/" + id).body();
    }

    /** Changes what is given, leaves all else as it is. */
    private void change(String id, Map<String, ?> given) {
        JsonNode now = connection(id);
        Map<String, Object> wish = new HashMap<>(Map.of("settings", now.path("settings")));
        wish.putAll(given);
        Reply reply = admin.put("/api/connections/" + id, now.path("version").asLong(), Http.json(wish));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }

    private static Locator rmm(Visit visit) {
        return visit.page
                .getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("About this ticket"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("RMM Integration"));
    }

    @Test
    void f095_without_an_rmm_that_is_switched_on_a_machines_ticket_has_no_rmm_section() {
        JsonNode ticket = tickets.ofRmm("vsa");
        change("vsa", Map.of("enabled", false));
        try (Visit visit = tickets.at("tech", ticket)) {
            assertThat(visit.button("Affected Assets")
                            .or(visit.heading("Description"))
                            .first())
                    .isVisible();
            assertThat(rmm(visit)).hasCount(0);
            change("vsa", Map.of("enabled", true));
            visit.page.reload();
            assertThat(rmm(visit)).isVisible();
        } finally {
            change("vsa", Map.of("enabled", true));
        }
    }

    @Test
    void f017_f158_what_vsa_forbids_is_said_in_that_word_to_the_admin_and_to_whoever_looks_at_a_machines_ticket() {
        JsonNode ticket = tickets.ofRmm("vsa");
        JsonNode before = connection("vsa").path("settings");
        Map<String, Object> settings = new HashMap<>();
        before.properties().forEach(one -> settings.put(one.getKey(), one.getValue()));
        settings.put("user", "forbidden");
        change("vsa", Map.of("settings", settings, "secrets", Map.of("password", "sandbox"), "untested", true));
        try (Visit visit = tickets.at("tech", ticket)) {
            Until.is(
                    () -> connection("vsa").path("trouble").asText().contains("forbidden"),
                    SEEN,
                    () -> connection("vsa"));
            visit.page.reload();
            if (rmm(visit).getAttribute("aria-expanded").equals("false"))
                rmm(visit).click();
            assertThat(visit.page.getByText("VSA says forbidden")).isVisible();
            visit.picture("desk-rmm-forbidden");
        } finally {
            change("vsa", Map.of("settings", before, "secrets", Map.of("password", "sandbox"), "untested", true));
        }
    }

    @Test
    void f160_while_the_psa_lets_nobody_in_the_list_stays_and_says_why_nothing_comes() {
        JsonNode ticket = tickets.one(0);
        JsonNode before = connection("bms").path("settings");
        try (Visit visit = tickets.at("tech", ticket)) {
            change("bms", Map.of("settings", before, "secrets", Map.of("password", "wrong"), "untested", true));
            visit.page.navigate("/tickets?view=all-open");
            assertThat(visit.page.getByText("What is saved meanwhile is kept here"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SEEN.toMillis()));
            assertThat(visit.page.locator("[data-row]").first()).isVisible();
            visit.picture("desk-psa-refuses");
            change("bms", Map.of("settings", before, "secrets", Map.of("password", "sandbox")));
            assertThat(visit.page.getByText("What is saved meanwhile is kept here"))
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(SEEN.toMillis()));
        } finally {
            change("bms", Map.of("settings", before, "secrets", Map.of("password", "sandbox"), "untested", true));
        }
    }

    @Test
    void f026_with_ticket_integration_off_list_and_page_say_why_there_is_nothing() {
        JsonNode ticket = tickets.one(0);
        try (Visit visit = tickets.at("tech", ticket)) {
            change("bms", Map.of("without", List.of("ticket")));
            visit.page.reload();
            assertThat(visit.page
                            .getByText("is switched off, so no ticket of it is taken in, shown or written")
                            .first())
                    .isVisible();
            visit.page.navigate("/tickets?view=all-open");
            assertThat(visit.heading("Tickets are switched off")).isVisible();
            assertThat(visit.link("New ticket")).hasCount(0);
            assertThat(visit.page.locator("[data-row]")).hasCount(0);
            visit.picture("desk-switched-off");
        } finally {
            change("bms", Map.of("without", List.of()));
        }
    }
}
