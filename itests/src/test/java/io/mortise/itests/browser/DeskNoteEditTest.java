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
import io.mortise.itests.api.Until;
import io.mortise.itests.api.Vendor;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Notes that people edit in the log of a ticket. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 240, threadMode = SEPARATE_THREAD)
class DeskNoteEditTest {
    private static final Duration ARRIVES = Duration.ofMinutes(3);
    private final OpenTickets tickets;
    private final Vendor bms;

    DeskNoteEditTest(Product product, Browser browser) {
        this.tickets = new OpenTickets(product, browser);
        this.bms = Vendor.bms(product);
    }

    private static Locator form(Visit visit) {
        return visit.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Edit the note"));
    }

    private static void begin(Visit visit, String words) {
        new TicketScreen(visit)
                .lines(words)
                .first()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Edit this note"))
                .click();
        assertThat(form(visit)).containsText(words);
    }

    private static void type(Visit visit, String words) {
        Locator text =
                form(visit).getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Text of the note"));
        text.click();
        visit.page.keyboard().press("Control+End");
        text.pressSequentially(words);
    }

    private static void save(Visit visit) {
        form(visit)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
    }

    @Test
    void f154_a_note_is_edited_where_it_stands_outlives_a_reload_and_shows_what_it_said() {
        JsonNode ticket = tickets.one(20);
        String words = "Reset it " + System.nanoTime();
        try (Visit visit = tickets.at("tech", ticket)) {
            TicketScreen screen = new TicketScreen(visit);
            screen.beginNote(words);
            screen.addNote();
            assertThat(screen.lines(words)).isVisible();
            begin(visit, words);
            type(visit, " and again");
            visit.page.waitForTimeout(1500);
            visit.page.reload();
            assertThat(form(visit)).containsText(words + " and again");
            save(visit);
            assertThat(form(visit)).hasCount(0);
            Locator line = screen.lines(words).first();
            assertThat(line).containsText("Edited by Theo Lindgren");
            assertThat(line).containsText(words + " and again");
            line.getByText("What it said before").click();
            Locator before = line.getByRole(
                            AriaRole.LIST, new Locator.GetByRoleOptions().setName("What it said before"))
                    .getByRole(AriaRole.LISTITEM);
            assertThat(before).hasCount(1);
            assertThat(before).containsText(words);
            assertThat(before).not().containsText("and again");
            visit.picture("desk-note-edited");
        }
    }

    @Test
    void f108_an_internal_note_is_shown_to_the_customer_after_a_warning_alone() {
        JsonNode ticket = tickets.one(21);
        String words = "Their rack is a mess " + System.nanoTime();
        try (Visit visit = tickets.at("tech", ticket)) {
            TicketScreen screen = new TicketScreen(visit);
            screen.beginNote(words);
            screen.note().getByLabel("Internal Note").check();
            visit.button("Add internal note").click();
            assertThat(screen.lines(words)).containsText("Internal");
            begin(visit, words);
            form(visit).getByLabel("Internal Note").uncheck();
            save(visit);
            assertThat(form(visit)).containsText("It stays private until you say");
            assertThat(form(visit)).containsText("The customer will be able to read it");
            visit.picture("desk-note-publish");
            form(visit).getByLabel("Show it to the customer").check();
            save(visit);
            assertThat(form(visit)).hasCount(0);
            assertThat(screen.lines(words).first().locator(".pill")).hasCount(0);
        }
    }

    @Test
    void f154_what_the_psa_made_of_it_meanwhile_stands_beside_ones_own() {
        JsonNode ticket = tickets.one(22);
        String words = "Voltage " + System.nanoTime();
        try (Visit visit = tickets.at("tech", ticket)) {
            TicketScreen screen = new TicketScreen(visit);
            screen.beginNote(words);
            screen.addNote();
            assertThat(screen.lines(words)).isVisible();
            Until.is(() -> !bms.holding("ticketnotes", words).isEmpty(), ARRIVES, () -> "the note at BMS");
            begin(visit, words);
            type(visit, " mine");
            bms.change(
                    "ticketnotes",
                    bms.holding("ticketnotes", words).get(0).path("id").asText(),
                    "{\"details\": \"<p>" + words + " theirs</p>\"}");
            save(visit);
            assertThat(form(visit)).containsText("Somebody changed this note meanwhile");
            assertThat(form(visit)).containsText(words + " theirs");
            assertThat(form(visit)).containsText(words + " mine");
            visit.picture("desk-note-both");
            visit.button("Keep mine").click();
            assertThat(form(visit)).hasCount(0);
            assertThat(screen.lines(words + " mine").first()).isVisible();
        }
    }
}
