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
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Hub;
import io.mortise.itests.api.Reply;
import io.mortise.itests.api.Until;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tickets in a list, and new ones. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 240, threadMode = SEPARATE_THREAD)
class DeskListTest {
    private static final Duration ENOUGH = Duration.ofMinutes(3);

    private final OpenTickets tickets;
    private final Http tech;

    DeskListTest(Product product, Browser browser) {
        tickets = new OpenTickets(product, browser);
        tech = Hub.signedIn(product, "tech");
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
            assertThat(visit.page).hasURL(Pattern.compile("view=all-open.*q=printer"));
            assertThat(rows(visit).first()).isVisible();
            visit.picture("desk-list");
        }
    }

    @Test
    void the_keys_go_through_the_list_and_open_what_they_are_at() {
        try (Visit visit = at("/tickets?view=all-open&sort=-number")) {
            assertThat(rows(visit).nth(2)).isVisible();
            String third = rows(visit).nth(2).innerText();
            visit.page.keyboard().press("j");
            visit.page.keyboard().press("j");
            assertThat(rows(visit).nth(2)).isFocused();
            JsonNode like = tickets.one(14);
            Reply made = tech.post(
                    "/api/tickets",
                    Http.json(Map.of(
                            "fields",
                            Map.of("title", "Comes on top", "organization", like.at("/fields/organization")))));
            assertThat(made.status()).as(made.toString()).isEqualTo(200);
            assertThat(rows(visit).filter(text("Comes on top")).first()).isVisible();
            assertThat(visit.page.locator("[data-row]:focus")).hasText(third);
            visit.page.keyboard().press("Enter");
            assertThat(visit.heading(third)).isVisible();
        }
    }

    private static Locator.FilterOptions text(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    @Test
    void an_address_with_filters_alone_is_of_no_view_and_who_filters_a_view_stays_in_it() {
        try (Visit visit = at("/tickets?state=closed")) {
            Locator views = visit.page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Views"));
            assertThat(rows(visit).first()).isVisible();
            assertThat(views.locator("[aria-current]")).hasCount(0);
            visit.page.navigate("/tickets");
            assertThat(views.locator("[aria-current]")).hasCount(1);
            visit.page.getByLabel("Filter tickets by words").fill("printer");
            assertThat(visit.page).hasURL(Pattern.compile("view=[^&]+&q=printer"));
            assertThat(views.locator("[aria-current]")).hasCount(1);
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
    void a_place_far_down_in_the_list_stays_while_tickets_change() {
        tickets.some(0, 20);
        Until.is(() -> count() >= 1_000, ENOUGH, () -> "tickets: " + count());
        try (Visit visit = at("/tickets?state=all&sort=-number")) {
            assertThat(rows(visit).first()).isVisible();
            Locator list = visit.page.locator(".vlist");
            Until.is(() -> scrolledTo(list, 280 * 32), Duration.ofSeconds(30), () -> "so many rows");
            assertThat(visit.page.locator("[data-row='285']")).isVisible();
            JsonNode ticket = someInSight(visit);
            Locator row = visit.page
                    .locator("[role=row]")
                    .filter(new Locator.FilterOptions()
                            .setHas(visit.page.locator("a[href='/tickets/" + OpenTickets.id(ticket) + "']")));
            double before = row.boundingBox().y;
            Map<String, Object> waits = Map.of("status", Map.of("key", "", "label", "Waiting Vendor"));
            Reply changed = tech.with("If-Match", "\"" + ticket.path("version").asLong() + "\"")
                    .patch("/api/tickets/" + OpenTickets.id(ticket), Http.json(Map.of("fields", waits)));
            assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
            assertThat(row).containsText("Waiting Vendor");
            visit.page.waitForTimeout(100); // a frame or two, in which it would jump
            assertThat(row.boundingBox().y).isEqualTo(before);
        }
    }

    private JsonNode someInSight(Visit visit) {
        for (Locator row : rows(visit).all().subList(10, 25)) {
            JsonNode ticket = tickets.read(row.getAttribute("href").substring("/tickets/".length()));
            if (ticket.at("/can/edit").asBoolean()) return ticket;
        }
        throw new AssertionError("none in sight can be edited");
    }

    private static boolean scrolledTo(Locator list, int y) {
        return (Boolean) list.evaluate("(list, y) => { list.scrollTop = y; return list.scrollTop >= y; }", y);
    }

    private long count() {
        return tech.get("/api/tickets/count").body().path("count").asLong();
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
}
