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
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** One ticket on its page. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 240, threadMode = SEPARATE_THREAD)
class DeskTicketTest {
    private static final List<String> DETAILS = List.of(
            "Status",
            "Priority",
            "Queue",
            "Created by",
            "Assignee",
            "Secondary assignee",
            "CCs",
            "Total time spent",
            "Total expense",
            "SLA",
            "SLA status",
            "Open date",
            "Due date",
            "Source",
            "Type",
            "Issue type",
            "Sub-issue type",
            "Service contract",
            "Work type");

    private final OpenTickets tickets;

    DeskTicketTest(Product product, Browser browser) {
        tickets = new OpenTickets(product, browser);
    }

    private static Locator side(Visit visit) {
        return visit.page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("About this ticket"));
    }

    private static Locator section(Visit visit, String name) {
        Locator head = side(visit)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name)));
        if (head.getAttribute("aria-expanded").equals("false")) head.click();
        return side(visit)
                .getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    @Test
    void f077_a_page_has_main_panel_tabs_side_panel_and_sub_tabs() {
        JsonNode ticket = tickets.one(10);
        try (Visit visit = tickets.at("tech", ticket)) {
            assertThat(visit.heading(OpenTickets.title(ticket))).isVisible();
            assertThat(visit.page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Open tickets")))
                    .isVisible();
            assertThat(side(visit)).isVisible();
            assertThat(visit.page.getByRole(AriaRole.TABLIST)).hasCount(1);
            visit.picture("desk-ticket");
        }
    }

    @Test
    void f079_a_long_description_is_folded_until_read_more() {
        JsonNode ticket = tickets.one(10);
        try (Visit visit = tickets.at("tech", ticket)) {
            visit.button("Edit the description").click();
            Locator editor = visit.page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Description"));
            editor.fill("It began on Monday. ".repeat(60) + "The end.");
            visit.button("Save").click();
            assertThat(visit.button("Read more")).isVisible();
            visit.button("Read more").click();
            assertThat(visit.button("Read less")).isVisible();
            assertThat(visit.page.getByText("The end.")).isVisible();
        }
    }

    @Test
    void f092_the_side_panel_has_its_seven_sections() {
        JsonNode ofRmm = tickets.ofRmm("vsa");
        try (Visit visit = tickets.at("tech", ofRmm)) {
            for (String name : List.of(
                    "Details",
                    "Custom Fields",
                    "RMM Integration",
                    "Ticket Contacts",
                    "Affected Assets",
                    "Attachments",
                    "Duplicate Alarms"))
                assertThat(side(visit)
                                .getByRole(
                                        AriaRole.BUTTON,
                                        new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name))))
                        .isVisible();
        }
    }

    @Test
    void f093_the_details_are_nineteen_and_a_change_of_one_reaches_the_psa() {
        JsonNode ticket = tickets.one(11);
        try (Visit visit = tickets.at("tech", ticket)) {
            Locator details = section(visit, "Details");
            assertThat(details.locator("dt")).hasText(DETAILS.toArray(String[]::new));
            details.locator("#l-queue + dd button").click();
            Locator box = visit.page.locator("#d-queue");
            box.click();
            String before = box.inputValue();
            Locator other = visit.page
                    .getByRole(AriaRole.OPTION)
                    .filter(new Locator.FilterOptions().setHasNotText(before))
                    .first();
            String queue = other.innerText().strip();
            other.click();
            assertThat(details.locator("#l-queue + dd")).containsText(queue);
            assertThat(tickets.read(OpenTickets.id(ticket))
                            .path("fields")
                            .path("queue")
                            .path("label")
                            .asText())
                    .isEqualTo(queue);
        }
    }

    @Test
    void f097_of_a_ticket_of_continuum_owner_and_number_are_told_and_nobody_changes_them() {
        try (Visit visit = tickets.at("tech", tickets.ofRmm("continuum"))) {
            Locator rmm = section(visit, "RMM Integration");
            assertThat(rmm.locator("dt")).hasText(new String[] {"RMM", "Ticket owner", "Ticket number"});
            assertThat(rmm.locator("dd").nth(0)).hasText("Continuum");
            assertThat(rmm.locator("dd").nth(2)).hasText(Pattern.compile("C-\\d+"));
            assertThat(rmm.getByRole(AriaRole.TEXTBOX)).hasCount(0);
            assertThat(rmm.locator("dd button")).hasCount(0);
        }
    }

    @Test
    void f095_f096_of_a_machines_ticket_the_rmm_tells_its_number_and_nobody_changes_it() {
        try (Visit visit = tickets.at("tech", tickets.ofRmm("vsa"))) {
            Locator rmm = section(visit, "RMM Integration");
            assertThat(rmm.getByText("Ticket number")).isVisible();
            assertThat(rmm.getByRole(AriaRole.TEXTBOX)).hasCount(0);
            assertThat(rmm.locator("dd button")).hasCount(0);
        }
        try (Visit visit = tickets.at("tech", tickets.first("state=all&q=printer"))) {
            assertThat(side(visit)
                            .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("RMM Integration")))
                    .hasCount(0);
        }
    }

    @Test
    void f098_f099_f100_the_contacts_last_five_open_and_closed_tickets_open_in_tabs() {
        JsonNode ticket = tickets.ofBusyContact();
        try (Visit visit = tickets.at("tech", ticket)) {
            Locator contact = section(visit, "Ticket Contacts");
            Locator lines = contact.getByRole(AriaRole.LISTITEM);
            visit.button("Closed Tickets").click();
            assertThat(visit.button("Closed Tickets")).hasAttribute("aria-pressed", "true");
            assertThat(lines.getByRole(AriaRole.LINK)).hasText(tickets.last(ticket, "closed", "completedAt"));
            visit.button("Open Tickets").click();
            assertThat(lines.getByRole(AriaRole.LINK)).hasText(tickets.last(ticket, "open", "openDate"));
            Locator link = lines.first().getByRole(AriaRole.LINK);
            String title = link.innerText();
            link.click();
            assertThat(visit.heading(title)).isVisible();
            assertThat(visit.page
                            .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Open tickets"))
                            .locator("a[aria-current=page]"))
                    .containsText(title);
        }
    }

    @Test
    void f101_affected_assets_can_be_looked_through_and_one_is_added_and_taken_away() {
        JsonNode ticket = tickets.one(12);
        try (Visit visit = tickets.at("tech", ticket)) {
            Locator assets = section(visit, "Affected Assets");
            int before = assets.getByRole(AriaRole.LISTITEM).count();
            assets.getByRole(AriaRole.COMBOBOX).click();
            Locator found = visit.page.getByRole(AriaRole.OPTION).first();
            String name = found.innerText().strip().lines().findFirst().orElseThrow();
            found.click();
            Locator added = assets.getByRole(AriaRole.LISTITEM).filter(named(name));
            assertThat(added).hasCount(1);
            assertThat(assets.getByRole(AriaRole.LISTITEM)).hasCount(before + 1);
            assertThat(added.getByRole(AriaRole.LINK)).hasAttribute("href", Pattern.compile("/configurations/\\d+"));
            added.getByRole(AriaRole.BUTTON).click();
            assertThat(assets.getByRole(AriaRole.LISTITEM)).hasCount(before);
        }
    }

    @Test
    void f101_duplicate_alarms_of_a_machines_ticket_can_be_looked_through() {
        JsonNode ticket = tickets.withAlarms();
        try (Visit visit = tickets.at("tech", ticket)) {
            Locator alarms = section(visit, "Duplicate Alarms");
            List<JsonNode> known = tickets.list("/api/tickets/" + OpenTickets.id(ticket) + "/alerts?limit=200");
            assertThat(alarms.getByRole(AriaRole.LISTITEM)).hasCount(known.size());
            assertThat(alarms.getByRole(AriaRole.LISTITEM).first())
                    .containsText(known.get(0).at("/fields/title").asText());
        }
    }

    @Test
    void f156_on_a_small_screen_nothing_that_can_be_done_is_gone() {
        try (Visit visit = tickets.at("tech", tickets.one(12))) {
            for (int width : new int[] {1024, 1023, 800}) {
                visit.page.setViewportSize(width, 700);
                for (String name : List.of("Log time", "New", "Restart the timer"))
                    assertThat(visit.button(name)).isEnabled();
                assertThat(section(visit, "Details").locator("dt").first()).isVisible();
                assertThat(visit.page.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as("nothing lies beside a screen of %s px", width)
                        .isEqualTo(true);
            }
        }
    }

    private static Locator.FilterOptions named(String name) {
        return new Locator.FilterOptions().setHasText(name);
    }

    @Test
    void f154_who_may_only_read_sees_everything_and_changes_nothing() {
        try (Visit visit = tickets.at("reader", tickets.one(13))) {
            assertThat(visit.button("Log time")).isDisabled();
            assertThat(visit.button("New")).isDisabled();
            assertThat(section(visit, "Details").locator("dd button")).hasCount(0);
            assertThat(visit.page.getByText("Your role doesn't include").first())
                    .isVisible();
            visit.picture("desk-read-only");
        }
    }
}
