package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Open tickets as tabs above every page. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 240, threadMode = SEPARATE_THREAD)
class DeskTabsTest {
    private static final Pattern RUNS = Pattern.compile("0:0\\d:\\d\\d");
    private final OpenTickets tickets;

    DeskTabsTest(Product product, Browser browser) {
        tickets = new OpenTickets(product, browser);
    }

    private Visit at(JsonNode... all) {
        Visit visit = tickets.visit("tech");
        for (JsonNode ticket : all) open(visit, ticket);
        return visit;
    }

    private static void open(Visit visit, JsonNode ticket) {
        visit.page.evaluate(
                "path => { history.pushState(null, '', path); dispatchEvent(new PopStateEvent('popstate')); }",
                "/tickets/" + OpenTickets.id(ticket));
        assertThat(tab(visit, ticket)).isVisible();
    }

    private static Locator tabs(Visit visit) {
        return visit.page
                .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Open tickets"))
                .getByRole(AriaRole.LISTITEM);
    }

    private static Locator tab(Visit visit, JsonNode ticket) {
        return tabs(visit).filter(new Locator.FilterOptions().setHasText(OpenTickets.number(ticket)));
    }

    @Test
    void f084_each_open_ticket_has_a_tab_and_a_click_brings_it_to_the_front() {
        List<JsonNode> two = tickets.some(0, 2);
        try (Visit visit = at(two.get(0), two.get(1))) {
            assertThat(tabs(visit)).hasCount(2);
            tab(visit, two.get(0)).getByRole(AriaRole.LINK).click();
            assertThat(visit.page).hasURL(Pattern.compile("/tickets/" + OpenTickets.id(two.get(0)) + "$"));
            assertThat(visit.heading(OpenTickets.title(two.get(0)))).isVisible();
        }
    }

    @Test
    void f085_a_tab_shows_title_priority_number_and_a_running_timer() {
        JsonNode ticket = tickets.one(0);
        try (Visit visit = at(ticket)) {
            Locator tab = tab(visit, ticket);
            assertThat(tab).containsText(OpenTickets.title(ticket));
            assertThat(tab.getByRole(AriaRole.LINK))
                    .hasAttribute(
                            "aria-label",
                            Pattern.compile(".*"
                                    + ticket.path("fields")
                                            .path("priority")
                                            .path("label")
                                            .asText() + ".*"));
            assertThat(tab).containsText(RUNS);
            assertThat(tab).containsText("0:00:02");
        }
    }

    @Test
    void f086_the_pointer_on_a_tab_shows_the_ticket_at_a_glance() {
        JsonNode ticket = tickets.one(0);
        try (Visit visit = at(ticket)) {
            tab(visit, ticket).hover();
            Locator glance = visit.page.getByRole(AriaRole.TOOLTIP);
            assertThat(glance).containsText(OpenTickets.title(ticket));
            assertThat(glance)
                    .containsText(
                            ticket.path("fields").path("status").path("label").asText());
            visit.picture("desk-hover");
            visit.page.mouse().move(10, 700);
            assertThat(glance).hasCount(0);
        }
    }

    @Test
    void f087_tabs_are_put_in_another_order_by_mouse_and_by_keyboard() {
        List<JsonNode> three = tickets.some(0, 3);
        try (Visit visit = at(three.toArray(JsonNode[]::new))) {
            tab(visit, three.get(2)).dragTo(tab(visit, three.get(0)));
            assertThat(tabs(visit).nth(0)).containsText(OpenTickets.number(three.get(2)));
            tab(visit, three.get(2)).getByRole(AriaRole.LINK).focus();
            visit.page.keyboard().press("Alt+ArrowRight");
            assertThat(tabs(visit).nth(1)).containsText(OpenTickets.number(three.get(2)));
            assertThat(tab(visit, three.get(2)).getByRole(AriaRole.LINK)).isFocused();
            visit.page.reload();
            assertThat(tabs(visit).nth(1)).containsText(OpenTickets.number(three.get(2)));
        }
    }

    @Test
    void f088_the_x_closes_a_tab_and_it_can_be_undone() {
        List<JsonNode> two = tickets.some(0, 2);
        try (Visit visit = at(two.get(0), two.get(1))) {
            visit.button("Close " + OpenTickets.title(two.get(0)) + " " + OpenTickets.number(two.get(0)))
                    .click();
            assertThat(tabs(visit)).hasCount(1);
            visit.button("Undo").click();
            assertThat(tabs(visit).nth(0)).containsText(OpenTickets.number(two.get(0)));
        }
    }

    @Test
    void f089_the_timer_is_stopped_and_started_on_the_tab() {
        JsonNode ticket = tickets.one(0);
        try (Visit visit = at(ticket)) {
            String name = OpenTickets.title(ticket) + " " + OpenTickets.number(ticket);
            visit.button("Stop the timer of " + name).click();
            String stood = tab(visit, ticket).locator("[data-timer]").innerText();
            visit.page.waitForTimeout(1500);
            assertThat(tab(visit, ticket).locator("[data-timer]")).hasText(stood);
            visit.button("Start the timer of " + name).click();
            assertThat(tab(visit, ticket).locator("[data-timer]")).not().hasText(stood);
        }
    }

    @Test
    void f090_the_same_ticket_in_another_browser_tab_has_a_timer_of_its_own_from_zero() {
        JsonNode ticket = tickets.one(0);
        try (Visit visit = at(ticket)) {
            visit.page.waitForTimeout(3000);
            Page other = visit.page.context().newPage();
            other.navigate("/tickets/" + OpenTickets.id(ticket));
            Locator there = other.locator("[data-timer]");
            assertThat(there).hasText(Pattern.compile("0:00:0[0-2]"));
            visit.button("Restart the timer").click();
            assertThat(visit.page.locator("[data-timer]")).hasText(Pattern.compile("0:00:0[01]"));
            assertThat(there).not().hasText(Pattern.compile("0:00:00"));
            other.close();
        }
    }
}
