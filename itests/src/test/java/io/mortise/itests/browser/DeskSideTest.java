package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Hub;
import io.mortise.itests.api.Until;
import io.mortise.itests.api.Vendor;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A ticket from open to resolved, with the files and the documentation beside it; and who sees none. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 240, threadMode = SEPARATE_THREAD)
class DeskSideTest {
    private static final Duration ARRIVES = Duration.ofMinutes(3);

    private final Product product;
    private final OpenTickets tickets;

    DeskSideTest(Product product, Browser browser) {
        this.product = product;
        this.tickets = new OpenTickets(product, browser);
    }

    private static Locator section(Visit visit, String name) {
        Locator side =
                visit.page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("About this ticket"));
        Pattern named = Pattern.compile("^" + name);
        Locator head = side.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(named));
        if (head.getAttribute("aria-expanded").equals("false")) head.click();
        return side.getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName(named));
    }

    @Test
    void f073_a_ticket_is_opened_updated_and_resolved_without_leaving_and_the_psa_has_it_so() {
        JsonNode ticket = tickets.one(16);
        String words = "Toner was empty " + System.nanoTime();
        try (Visit visit = tickets.visit("tech")) {
            visit.page.navigate("/tickets?view=all-open&q=" + OpenTickets.number(ticket));
            visit.page
                    .locator("a[data-row][href='/tickets/" + OpenTickets.id(ticket) + "']")
                    .click();
            assertThat(visit.heading(OpenTickets.title(ticket))).isVisible();
            visit.button("New").click();
            visit.page.getByText("Add note").click();
            Locator note = visit.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("New note"));
            Locator comments = note.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Comments"));
            comments.click();
            comments.pressSequentially(words);
            Locator status = note.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Status"));
            status.click();
            status.fill("Completed");
            visit.page
                    .getByRole(AriaRole.OPTION)
                    .filter(new Locator.FilterOptions().setHasText("Completed"))
                    .first()
                    .click();
            visit.button("Add note").click();
            assertThat(visit.page.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(words)))
                    .isVisible();
            assertThat(section(visit, "Details").locator("#l-status + dd")).containsText("Completed");
        }
        Vendor bms = Vendor.bms(product);
        Until.is(() -> !bms.holding("ticketnotes", words).isEmpty(), ARRIVES, () -> "the note at BMS");
        assertThat(tickets.read(OpenTickets.id(ticket)).path("closes").asBoolean())
                .isTrue();
    }

    @Test
    void f074_who_is_not_connected_to_the_documentation_is_told_why_there_are_no_tickets() {
        tickets.some(0, 5);
        try (Visit visit = tickets.visit("unconnected")) {
            visit.page.navigate("/tickets?view=all-open");
            assertThat(visit.heading("No tickets that you may see")).isVisible();
            assertThat(visit.page.getByText("connect with your own login").first())
                    .isVisible();
            visit.picture("desk-none-to-see");
        }
        Http lite = Hub.signedIn(product, "lite");
        Until.is(
                () -> lite.get("/api/tickets?state=open").items().size() > 0,
                ARRIVES,
                () -> "tickets of the first three customers");
        try (Visit visit = tickets.visit("lite")) {
            visit.page.navigate("/tickets?view=all-open");
            assertThat(visit.page.getByText("3 customers")).isVisible();
            assertThat(visit.page.locator("[data-row]").first()).isVisible();
            visit.picture("desk-some-to-see");
        }
    }

    @Test
    void f094_files_that_are_dropped_into_the_dotted_field_hang_on_the_ticket_there() {
        JsonNode ticket = tickets.one(17);
        String name = "rack " + System.nanoTime() + ".txt";
        try (Visit visit = tickets.at("tech", ticket)) {
            Locator files = section(visit, "Attachments");
            JSHandle dropped = visit.page.evaluateHandle(
                    "name => { const all = new DataTransfer(); all.items.add(new File(['photo'], name, {type: 'text/plain'})); return all; }",
                    name);
            files.locator(".drop").dispatchEvent("drop", Map.of("dataTransfer", dropped));
            assertThat(files.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name)))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        }
        assertThat(Vendor.bms(product).holding("attachments", name)).hasSize(1);
    }

    @Test
    void f109_documentation_of_the_customer_is_suggested_and_opens_where_it_is_kept() {
        try (Visit visit = tickets.at("tech", tickets.one(18))) {
            visit.page
                    .getByRole(
                            AriaRole.TAB,
                            new Page.GetByRoleOptions().setName(Pattern.compile("^Related documentation")))
                    .click();
            Locator items = visit.page.getByRole(AriaRole.TABPANEL).getByRole(AriaRole.LISTITEM);
            assertThat(items.first()).isVisible();
            Locator link = items.getByRole(AriaRole.LINK).first();
            assertThat(link).hasAttribute("target", "_blank");
            assertThat(link).hasAttribute("href", Pattern.compile("^https?://.*"));
            visit.picture("desk-related");
        }
    }
}
