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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Statuses are offered where a ticket can take them. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 240, threadMode = SEPARATE_THREAD)
class DeskStatusTest {
    private final OpenTickets tickets;
    private final Http tech;

    DeskStatusTest(Product product, Browser browser) {
        tickets = new OpenTickets(product, browser);
        tech = Hub.signedIn(product, "tech");
    }

    private List<String> legal(JsonNode ticket) {
        List<String> labels = new ArrayList<>();
        for (JsonNode option : tech.get("/api/tickets/options/status?tickets=" + OpenTickets.id(ticket))
                .items()) labels.add(option.path("label").asText());
        return labels;
    }

    private static Locator statuses(Visit visit, String list) {
        return visit.page
                .getByRole(
                        AriaRole.LISTBOX,
                        new Page.GetByRoleOptions().setName(list).setExact(true))
                .getByRole(AriaRole.OPTION)
                .locator("span:first-child");
    }

    @Test
    void f093_beside_a_ticket_in_a_note_and_in_a_time_log_the_same_statuses_are_offered() {
        JsonNode ticket = tickets.one(19);
        List<String> legal = legal(ticket);
        try (Visit visit = tickets.at("tech", ticket)) {
            TicketScreen screen = new TicketScreen(visit);
            screen.begin("status");
            assertThat(screen.options().locator("span:first-child")).hasText(legal.toArray(String[]::new));
            visit.page.keyboard().press("Escape"); // the list
            visit.page.keyboard().press("Escape"); // the field
            screen.beginNote("Looked at it");
            screen.note()
                    .getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Status"))
                    .click();
            assertThat(statuses(visit, "Status").first()).isVisible();
            assertThat(screen.note().locator("[role=option]")).hasCount(legal.size());
            visit.button("Throw away").click();
            String words = "Worked on it " + System.nanoTime();
            screen.beginTime(words);
            Locator box =
                    screen.timeLog().getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Status"));
            box.click();
            assertThat(screen.timeLog().locator("[role=option]")).hasCount(legal.size());
            String other = legal.stream()
                    .filter(label ->
                            !label.equals(ticket.at("/fields/status/label").asText()))
                    .filter(label -> label.equals("Waiting Customer") || label.equals("In Progress"))
                    .findFirst()
                    .orElseThrow();
            box.fill(other);
            screen.choose(other);
            screen.commitTime();
            assertThat(screen.lines(words)).isVisible();
            assertThat(screen.detail("status")).containsText(other);
        }
    }

    @Test
    void f093_of_several_tickets_a_status_says_how_many_can_take_it() {
        String word = "Marked" + System.nanoTime();
        String customer =
                tickets.some(0, 1).get(0).at("/fields/organization/id").asText();
        tickets.of(customer, word + " one");
        JsonNode locked = tickets.locked(customer, word + " two");
        assertThat(legal(locked)).isEmpty();
        try (Visit visit = tickets.visit("tech")) {
            visit.page.navigate("/tickets?state=all&q=" + word);
            Locator rows = visit.page.locator(".cells input[type=checkbox]");
            assertThat(rows).hasCount(2);
            rows.nth(0).check();
            rows.nth(1).check();
            Locator bar = visit.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Chosen tickets"));
            bar.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Set status"))
                    .click();
            assertThat(bar.getByRole(AriaRole.OPTION).first()).containsText("1 of 2");
            visit.picture("desk-bulk-status");
            visit.page.keyboard().press("Escape");
        }
    }
}
