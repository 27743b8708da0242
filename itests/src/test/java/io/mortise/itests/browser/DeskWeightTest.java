package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the desk costs a browser: bytes of a first load, and elements to lay out. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 240, threadMode = SEPARATE_THREAD)
class DeskWeightTest {
    private static final int FIRST_LOAD = 110_000;
    /** What twenty tabs may add, and what a longer log or more details of another ticket. */
    private static final int OF_TABS = 20 * 20 + 400;

    private final OpenTickets tickets;

    DeskWeightTest(Product product, Browser browser) {
        tickets = new OpenTickets(product, browser);
    }

    @Test
    void a_first_load_of_a_tickets_page_takes_110_kb_at_most_besides_its_font() {
        JsonNode ticket = tickets.one(12);
        try (Visit visit = tickets.visit("tech")) {
            Map<String, String> urls = new ConcurrentHashMap<>();
            Map<String, Integer> sizes = new ConcurrentHashMap<>();
            CDPSession network = visit.network();
            network.on("Network.responseReceived", event -> urls.put(id(event), url(event)));
            network.on("Network.loadingFinished", event -> sizes.put(id(event), size(event)));
            network.send("Network.enable");
            network.send("Network.clearBrowserCache");
            visit.page.navigate("/tickets/" + OpenTickets.id(ticket));
            assertThat(visit.heading("Description")).isVisible();
            assertThat(visit.page.getByText("Duplicate Alarms").first()).isVisible();
            visit.page.waitForTimeout(2_000); // what comes behind the first sight counts, too
            assertThat(urls.values()).anyMatch(url -> url.contains("/ui/")).anyMatch(url -> url.contains("/api/"));
            Map<String, Integer> first = new HashMap<>(); // what is read again has changed meanwhile
            sizes.forEach((id, size) -> first.merge(urls.getOrDefault(id, ""), size, Math::min));
            int all = first.entrySet().stream()
                    .filter(one -> !one.getKey().contains(".woff"))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            assertThat(all).as("%s addresses", first.size()).isBetween(20_000, FIRST_LOAD);
        }
    }

    @Test
    void twenty_open_tickets_weigh_no_more_than_one_and_their_tabs() {
        List<JsonNode> open = tickets.some(0, 20);
        try (Visit visit = tickets.at("tech", open.get(0))) {
            assertThat(visit.page.getByText("Duplicate Alarms").first()).isVisible();
            int one = nodes(visit);
            for (JsonNode ticket : open) {
                visit.page.navigate("/tickets/" + OpenTickets.id(ticket));
                assertThat(tab(visit, ticket)).isVisible();
            }
            for (JsonNode ticket : List.of(open.get(3), open.get(0))) {
                tab(visit, ticket).getByRole(AriaRole.LINK).click();
                assertThat(visit.page).hasURL(Pattern.compile(".*/tickets/" + OpenTickets.id(ticket)));
                assertThat(visit.heading(OpenTickets.title(ticket))).isVisible();
            }
            assertThat(visit.page.getByText("Duplicate Alarms").first()).isVisible();
            assertThat(nodes(visit)).isLessThan(one + OF_TABS);
            visit.picture("desk-twenty-tabs");
        }
    }

    private static Locator tab(Visit visit, JsonNode ticket) {
        return visit.page
                .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Open tickets"))
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(OpenTickets.number(ticket)));
    }

    /** Elements of the page and of all that its elements hold. */
    private static int nodes(Visit visit) {
        Object count = visit.page.evaluate("() => { const of = root => [...root.querySelectorAll('*')]"
                + ".reduce((sum, el) => sum + 1 + (el.shadowRoot ? of(el.shadowRoot) : 0), 0); return of(document); }");
        return ((Number) count).intValue();
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }

    private static String url(JsonObject event) {
        return event.getAsJsonObject("response").get("url").getAsString();
    }

    private static int size(JsonObject event) {
        return event.get("encodedDataLength").getAsInt();
    }
}
