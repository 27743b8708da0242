package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.api.Until;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list of tickets as each person likes it, and what comes back to it. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 240, threadMode = SEPARATE_THREAD)
class DeskOwnListTest {
    private final OpenTickets tickets;

    DeskOwnListTest(Product product, Browser browser) {
        tickets = new OpenTickets(product, browser);
    }

    private static Locator columns(Visit visit) {
        return visit.page.getByRole(AriaRole.COLUMNHEADER);
    }

    private static Locator rows(Visit visit) {
        return visit.page.locator("[data-row]");
    }

    private static void choose(Visit visit, String column) {
        visit.button("Columns").click();
        visit.page
                .locator("#ticket-columns")
                .getByLabel(column, new Locator.GetByLabelOptions().setExact(true))
                .click();
        visit.page.keyboard().press("Escape");
    }

    @Test
    void columns_and_order_are_remembered_for_the_person() {
        tickets.some(0, 5);
        try (Visit visit = tickets.visit("dispatcher")) {
            visit.page.navigate("/tickets?view=all-open");
            assertThat(rows(visit).first()).isVisible();
            choose(visit, "Queue");
            assertThat(columns(visit).filter(text("Queue"))).hasCount(1);
            columns(visit).filter(text("Title")).getByRole(AriaRole.BUTTON).click();
            assertThat(visit.page).hasURL(Pattern.compile("sort=title"));
            visit.page.waitForTimeout(500);
            visit.page.navigate("/tickets?view=all-open");
            assertThat(columns(visit).filter(text("Queue"))).hasCount(1);
            assertThat(columns(visit).filter(text("Title"))).hasAttribute("aria-sort", "ascending");
            visit.button("Columns").click();
            visit.button("As usual").click();
            assertThat(columns(visit).filter(text("Queue"))).hasCount(0);
        }
    }

    @Test
    void a_view_of_ones_own_keeps_its_columns_and_takes_other_filters() {
        tickets.some(0, 5);
        try (Visit visit = tickets.visit("dispatcher")) {
            visit.page.navigate("/tickets?state=open");
            assertThat(rows(visit).first()).isVisible();
            visit.button("Save as a view").click();
            String name = "Mine " + System.nanoTime();
            visit.page.getByLabel("Name").fill(name);
            visit.page
                    .getByRole(AriaRole.DIALOG)
                    .getByText("Save", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(view(visit, name)).hasAttribute("aria-current", "true");
            choose(visit, "Queue");
            assertThat(columns(visit).filter(text("Queue"))).hasCount(1);
            visit.page.waitForTimeout(500);
            visit.page.reload();
            assertThat(columns(visit).filter(text("Queue"))).hasCount(1);
            visit.page.navigate(visit.page.url() + "&state=closed");
            visit.button("Update “" + name + "”").click();
            assertThat(visit.page).hasURL(Pattern.compile("/tickets\\?view=[^&]+$"));
            view(visit, "All open").click();
            assertThat(columns(visit).filter(text("Queue"))).hasCount(0);
            view(visit, name).click();
            visit.button("Remove the view " + name).click();
            assertThat(view(visit, name)).hasCount(0);
        }
    }

    /** With its count behind its name. */
    private static Locator view(Visit visit, String name) {
        return visit.page
                .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Views"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    @Test
    void a_ticket_that_has_left_the_view_comes_back_to_it_by_undo() {
        JsonNode ticket = tickets.one(27);
        String before = ticket.at("/fields/status/label").asText();
        try (Visit visit = tickets.visit("tech")) {
            visit.page.navigate("/tickets?view=all-open&q=" + OpenTickets.number(ticket));
            row(visit, ticket).locator("input[type=checkbox]").check();
            Locator bar = visit.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Chosen tickets"));
            bar.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Set status"))
                    .click();
            bar.getByRole(AriaRole.OPTION).filter(text("Completed")).first().click();
            assertThat(row(visit, ticket)).hasCount(0);
            visit.button("Undo").click();
            Until.is(() -> status(ticket).equals(before), Duration.ofSeconds(60), () -> status(ticket));
            assertThat(row(visit, ticket)).isVisible();
        }
    }

    private Locator row(Visit visit, JsonNode ticket) {
        return visit.page
                .locator("[role=row]")
                .filter(new Locator.FilterOptions()
                        .setHas(visit.page.locator("a[href='/tickets/" + OpenTickets.id(ticket) + "']")));
    }

    private String status(JsonNode ticket) {
        return tickets.read(OpenTickets.id(ticket)).at("/fields/status/label").asText();
    }

    private static Locator.FilterOptions text(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}
