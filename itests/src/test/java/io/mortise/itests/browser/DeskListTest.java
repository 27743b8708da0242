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

/** Tickets in a list, and new ones. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 240, threadMode = SEPARATE_THREAD)
class DeskListTest {
    private final OpenTickets tickets;

    DeskListTest(Product product, Browser browser) {
        tickets = new OpenTickets(product, browser);
    }

    private Visit at(String path) {
        tickets.some(0, 20);
        Visit visit = tickets.visit("tech");
        visit.page.navigate(path);
        return visit;
    }

    private static Locator rows(Visit visit) {
        return visit.page.locator("[data-row]");
    }

    @Test
    void f078_a_line_of_the_list_opens_its_ticket_and_organizations_have_the_same_list() {
        try (Visit visit = at("/tickets?view=all-open")) {
            String title = rows(visit).first().innerText();
            rows(visit).first().click();
            assertThat(visit.heading(title)).isVisible();
            visit.page.locator(".about nav a").first().click();
            visit.page
                    .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Tickets"))
                    .click();
            assertThat(rows(visit).first()).isVisible();
            visit.picture("desk-organization");
        }
    }

    @Test
    void views_are_tabs_with_counts_and_filters_stand_in_the_address() {
        try (Visit visit = at("/tickets?view=all-open")) {
            Locator views = visit.page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Views"));
            assertThat(views.getByRole(AriaRole.LINK)).hasCount(4);
            assertThat(views.getByText("All open").locator(".count")).hasText(Pattern.compile("\\d+"));
            visit.page.getByLabel("Filter tickets by words").fill("printer");
            assertThat(visit.page).hasURL(Pattern.compile("q=printer"));
            assertThat(rows(visit).first()).isVisible();
            visit.picture("desk-list");
        }
    }

    @Test
    void the_keys_go_through_the_list_and_open_what_they_are_at() {
        try (Visit visit = at("/tickets?view=all-open")) {
            assertThat(rows(visit).nth(2)).isVisible();
            String third = rows(visit).nth(2).innerText();
            visit.page.keyboard().press("j");
            visit.page.keyboard().press("j");
            assertThat(rows(visit).nth(2)).isFocused();
            visit.page.keyboard().press("Enter");
            assertThat(visit.heading(third)).isVisible();
        }
    }

    @Test
    void of_thousands_of_rows_no_more_than_sixty_are_in_the_page() {
        try (Visit visit = at("/tickets?state=all")) {
            assertThat(rows(visit).first()).isVisible();
            for (int i = 0; i < 20; i++) {
                visit.page.locator(".vlist").evaluate("list => list.scrollTop += 600");
                visit.page.waitForTimeout(100);
            }
            assertThat(rows(visit).count()).isBetween(10, 60);
        }
    }

    @Test
    void several_tickets_are_changed_at_once_and_that_can_be_undone() {
        try (Visit visit = at("/tickets?view=all-open&sort=-number")) {
            assertThat(rows(visit).first()).isVisible();
            visit.page.locator(".cells input[type=checkbox]").nth(0).check();
            visit.page.locator(".cells input[type=checkbox]").nth(1).check();
            Locator bar = visit.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Chosen tickets"));
            assertThat(bar).containsText("2 chosen");
            bar.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Set priority"))
                    .click();
            bar.getByRole(AriaRole.OPTION).first().click();
            assertThat(visit.page.getByText("Priority: ").first()).isVisible();
            visit.button("Undo").click();
            assertThat(visit.page.getByRole(AriaRole.ALERT)).hasCount(0);
        }
    }

    @Test
    void a_new_ticket_is_made_here_and_at_the_psa_with_pickers_that_narrow_each_other_down() {
        JsonNode like = tickets.one(14);
        try (Visit visit = at("/tickets/new")) {
            String title = "Scanner is stuck " + System.nanoTime();
            visit.page.getByLabel("Title").fill(title);
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

    /** @param typed "" takes the first, unless something is there already */
    private static void pick(Visit visit, String label, String typed) {
        Locator box = visit.page.getByRole(
                AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
        if (typed.isEmpty() && !box.inputValue().isEmpty()) return;
        box.click();
        if (!typed.isEmpty()) box.fill(typed);
        Locator options = visit.page.getByRole(AriaRole.OPTION);
        if (!typed.isEmpty()) options = options.filter(new Locator.FilterOptions().setHasText(typed));
        options.first().click();
        assertThat(box).not().hasValue("");
    }
}
