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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tickets that somebody makes. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 240, threadMode = SEPARATE_THREAD)
class DeskNewTicketTest {
    private final OpenTickets tickets;

    DeskNewTicketTest(Product product, Browser browser) {
        tickets = new OpenTickets(product, browser);
    }

    private Visit at(String user, String path) {
        tickets.some(0, 20);
        Visit visit = tickets.visit(user);
        visit.page.navigate(path);
        return visit;
    }

    @Test
    void f036_a_new_ticket_is_made_here_and_at_the_psa_with_pickers_that_narrow_each_other_down() {
        JsonNode like = tickets.one(14);
        try (Visit visit = at("tech", "/tickets/new")) {
            String title = "Scanner is stuck " + System.nanoTime();
            title(visit).fill(title);
            assertThat(visit.page.locator("[data-point='ticket.panel']")).hasCount(1);
            pick(
                    visit,
                    "Company",
                    like.path("names")
                            .path(like.path("fields")
                                    .path("organization")
                                    .path("id")
                                    .asText())
                            .asText());
            for (String label : new String[] {"Location", "Contact", "Type", "Priority", "Status", "Source"})
                pick(visit, label, "");
            visit.picture("desk-new");
            visit.button("Make the ticket").click();
            assertThat(visit.page).hasURL(Pattern.compile("/tickets/\\d+$"));
            assertThat(visit.heading(title)).isVisible();
            assertThat(tickets.first("state=all&q=" + title.substring(title.lastIndexOf(' ') + 1))
                            .path("fields")
                            .path("number")
                            .asText())
                    .isNotEmpty();
        }
    }

    @Test
    void what_is_thrown_away_comes_back_once_and_not_by_itself() {
        try (Visit visit = at("tech", "/tickets/new")) {
            title(visit).fill("Not after all");
            visit.page.waitForTimeout(1000);
            visit.button("Throw away").click();
            assertThat(visit.heading("Tickets")).isVisible();
            visit.button("Undo").click();
            assertThat(title(visit)).hasValue("Not after all");
            visit.button("Throw away").click();
            assertThat(visit.heading("Tickets")).isVisible();
            visit.page.navigate("/tickets/new");
            assertThat(title(visit)).hasValue("");
        }
    }

    @Test
    void a_template_fills_in_what_nobody_wrote_and_is_made_from_a_new_ticket() {
        String name = "Joiner " + System.nanoTime();
        try (Visit visit = at("admin", "/tickets/new")) {
            title(visit).fill("New employee");
            pick(visit, "Queue", "");
            String queue = box(visit, "Queue").inputValue();
            visit.button("Save as a template").click();
            visit.page.getByRole(AriaRole.DIALOG).getByLabel("Name").fill(name);
            visit.page.getByRole(AriaRole.DIALOG).getByText("Save", exactly()).click();
            assertThat(template(visit)).containsText(name);

            title(visit).fill("");
            box(visit, "Queue").fill("");
            visit.page.getByLabel("Clear Queue").click();
            assertThat(box(visit, "Queue")).hasValue("");
            template(visit).selectOption(name);
            assertThat(title(visit)).hasValue("New employee");
            assertThat(box(visit, "Queue")).hasValue(queue);

            visit.page.navigate("/ticket-settings");
            visit.page
                    .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Ticket templates"))
                    .click();
            assertThat(visit.page.getByText(name)).isVisible();
            visit.picture("desk-templates");
            visit.page.getByLabel("Remove " + name).click();
            assertThat(visit.page.getByRole(AriaRole.LISTITEM).getByText(name)).hasCount(0);
        }
    }

    private static Locator title(Visit visit) {
        return visit.page.getByLabel("Title", new Page.GetByLabelOptions().setExact(false));
    }

    private static Locator template(Visit visit) {
        return visit.page.getByLabel("Template", new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Locator box(Visit visit, String label) {
        return visit.page.getByRole(
                AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    /** @param typed "" takes the first, unless something is there already */
    private static void pick(Visit visit, String label, String typed) {
        Locator box = box(visit, label);
        if (typed.isEmpty() && !box.inputValue().isEmpty()) return;
        box.click();
        if (!typed.isEmpty()) box.fill(typed);
        Locator options = visit.page
                .getByRole(
                        AriaRole.LISTBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .getByRole(AriaRole.OPTION);
        if (!typed.isEmpty()) options = options.filter(new Locator.FilterOptions().setHasText(typed));
        options.first().click();
        assertThat(box).not().hasValue("");
    }
}
