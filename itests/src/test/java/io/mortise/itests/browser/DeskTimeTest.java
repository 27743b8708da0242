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

/** Work time: the timer, the form that it fills, and what happens to time that isn't logged. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 240, threadMode = SEPARATE_THREAD)
class DeskTimeTest {
    private static final String LONG_AGO = "for (const key of Object.keys(sessionStorage)) if (key.endsWith('/open')) {"
            + "const kept = JSON.parse(sessionStorage[key]); kept.tickets[0].timer = {startedAt: Date.now() - 722000, before: 0};"
            + " sessionStorage[key] = JSON.stringify(kept); }";

    private final OpenTickets tickets;

    DeskTimeTest(Product product, Browser browser) {
        tickets = new OpenTickets(product, browser);
    }

    /** As if the ticket had been opened twelve minutes ago. */
    private static void twelveMinutesLater(Visit visit) {
        visit.page.evaluate(LONG_AGO);
        visit.page.reload();
        assertThat(clock(visit)).hasText(Pattern.compile("0:1[23]:\\d\\d"));
    }

    private static Locator clock(Visit visit) {
        return visit.page.locator("[data-clock]");
    }

    private static Locator form(Visit visit) {
        return visit.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Time log"));
    }

    private static Locator logTime(Visit visit) {
        return visit.button("Log time");
    }

    @Test
    void f080_the_checkmark_beside_the_timer_opens_the_form_and_what_is_committed_is_at_the_psa() {
        JsonNode ticket = tickets.one(3);
        try (Visit visit = tickets.at("tech", ticket)) {
            twelveMinutesLater(visit);
            logTime(visit).click();
            for (String label : new String[] {"Date", "Start", "End", "Committed time", "Work type", "Note"})
                assertThat(form(visit)
                                .getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                                .first())
                        .isVisible();
            visit.picture("desk-time-log");
            String note = "Looked at the cable " + System.nanoTime();
            form(visit)
                    .getByLabel("Note", new Locator.GetByLabelOptions().setExact(true))
                    .fill(note);
            pick(visit, "Role");
            pick(visit, "Work type");
            visit.button("Commit the time").click();
            committed(visit);
            assertThat(clock(visit)).hasText(Pattern.compile("0:00:\\d\\d"));
            assertThat(visit.page.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(note)))
                    .containsText("13m");
            boolean logged = false;
            for (JsonNode log : tickets.below(OpenTickets.id(ticket), "time-logs"))
                logged |= log.path("notes").asText().equals(note)
                        && log.path("committed").asText().startsWith("PT13M");
            assertThat(logged).isTrue();
        }
    }

    /** Other tests may have logged time of the same minutes: then it is asked whether both are right. */
    private static void committed(Visit visit) {
        Locator both = visit.button("Both are right");
        Until.is(() -> form(visit).count() == 0 || both.isVisible(), Duration.ofSeconds(30), () -> "an answer");
        if (both.isVisible()) both.click();
        assertThat(form(visit)).hasCount(0);
    }

    /** The first that the list offers; while a first sync is at work it may come late. */
    private static void pick(Visit visit, String label) {
        Locator box = form(visit).getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(label));
        Locator first = form(visit).getByRole(AriaRole.OPTION).first();
        for (int i = 0; i < 10 && box.inputValue().isEmpty(); i++) {
            box.click();
            visit.page.waitForTimeout(3_000);
            if (first.isVisible()) first.click();
            else box.blur(); // the next click asks for the list once more
        }
        assertThat(box).not().hasValue("");
    }

    @Test
    void f081_the_timer_counts_from_zero_and_goes_on_while_the_form_is_open() {
        try (Visit visit = tickets.at("tech", tickets.one(4))) {
            assertThat(clock(visit)).hasText(Pattern.compile("0:00:0\\d"));
            logTime(visit).click();
            assertThat(form(visit)).containsText("The timer runs on");
            String before = clock(visit).innerText();
            assertThat(clock(visit)).not().hasText(before);
        }
    }

    @Test
    void f082_another_start_or_another_committed_time_by_hand_stops_the_timer() {
        for (String label : new String[] {"Start", "Committed time"})
            try (Visit visit = tickets.at("tech", tickets.one(4))) {
                twelveMinutesLater(visit);
                logTime(visit).click();
                Locator input = form(visit)
                        .getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                        .first();
                input.fill(label.equals("Start") ? "00:01" : "45m");
                input.press("Tab");
                assertThat(form(visit)).containsText("The timer stands");
                String stood = clock(visit).innerText();
                visit.page.waitForTimeout(1500);
                assertThat(clock(visit)).hasText(stood);
                visit.button("Cancel").click();
            }
    }

    @Test
    void f082_of_a_start_and_an_end_that_are_typed_all_the_time_between_them_is_committed() {
        try (Visit visit = tickets.at("tech", tickets.one(4))) {
            logTime(visit).click();
            Locator committed =
                    form(visit).getByLabel("Committed time", new Locator.GetByLabelOptions().setExact(true));
            type(visit, "Start", "00:00");
            type(visit, "End", "01:30");
            assertThat(committed).hasValue("1h 30m");
            type(visit, "Start", "01:00");
            assertThat(committed).hasValue("30m");
            type(visit, "Committed time", "20m");
            type(visit, "End", "01:45");
            assertThat(committed).hasValue("20m");
            visit.button("Cancel").click();
        }
    }

    private static void type(Visit visit, String label, String text) {
        Locator input = form(visit)
                .getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .first();
        input.fill(text);
        input.press("Tab");
    }

    @Test
    void f080_time_of_ones_own_is_corrected_in_the_same_form_and_the_timer_runs_on() {
        JsonNode ticket = tickets.one(3);
        String note = "Replaced the fan " + System.nanoTime();
        tickets.log("tech", ticket, note);
        try (Visit visit = tickets.at("tech", ticket)) {
            Locator line = visit.page.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(note));
            assertThat(line).containsText("15m");
            line.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Correct this time"))
                    .click();
            assertThat(form(visit)).containsText("Correct the time");
            type(visit, "Committed time", "10m");
            visit.picture("desk-time-corrected");
            visit.button("Save the correction").click();
            assertThat(form(visit)).hasCount(0);
            assertThat(line).containsText("10m");
            String before = clock(visit).innerText();
            assertThat(clock(visit)).not().hasText(before);
        }
        boolean corrected = false;
        for (JsonNode log : tickets.below(OpenTickets.id(ticket), "time-logs"))
            corrected |= log.path("notes").asText().equals(note)
                    && log.path("committed").asText().equals("PT10M");
        assertThat(corrected).isTrue();
    }

    @Test
    void f083_restart_begins_from_zero_on_any_open_ticket() {
        try (Visit visit = tickets.at("tech", tickets.one(4))) {
            twelveMinutesLater(visit);
            visit.button("Restart the timer").click();
            assertThat(clock(visit)).hasText(Pattern.compile("0:00:0\\d"));
        }
    }

    @Test
    void f091_leaving_warns_of_time_that_is_not_logged_and_throws_it_away_unless_it_shall_be_kept() {
        try (Visit visit = tickets.at("tech", tickets.one(4))) {
            twelveMinutesLater(visit);
            Locator dialog = visit.page.getByRole(AriaRole.DIALOG);
            visit.link("Contacts").click();
            assertThat(dialog).containsText("0:1");
            visit.picture("desk-leaving");
            dialog.getByText("Stay").click();
            assertThat(visit.page).hasURL(Pattern.compile("/tickets/"));
            assertThat(clock(visit)).hasText(Pattern.compile("0:1[23]:\\d\\d"));

            visit.link("Contacts").click();
            dialog.getByText("Leave, and lose it").click();
            assertThat(visit.heading("Contacts")).isVisible();
            assertThat(visit.page.locator("[data-timer]")).hasText("0:00:00");
            visit.page.locator("[data-open] a").first().click();
            assertThat(clock(visit)).hasText(Pattern.compile("0:00:0[1-9]"));
        }
    }

    @Test
    void f091_time_is_kept_where_somebody_has_set_it_so_until_it_is_set_back() {
        try (Visit visit = tickets.at("dispatcher", tickets.one(4))) {
            twelveMinutesLater(visit);
            visit.link("Contacts").click();
            visit.page
                    .getByRole(AriaRole.DIALOG)
                    .getByText("Keep it, now and always")
                    .click();
            assertThat(visit.heading("Contacts")).isVisible();
            assertThat(visit.page.locator("[data-timer]")).hasText(Pattern.compile("0:1[23]:\\d\\d"));
            visit.link("Tickets").click();
            visit.button("Columns").click();
            Locator keeps = visit.page.getByLabel("Keep time when I leave");
            assertThat(keeps).isChecked();
            keeps.uncheck();
            visit.page.keyboard().press("Escape");
            visit.page.waitForTimeout(500);
            visit.link("Contacts").click();
            assertThat(visit.page.getByRole(AriaRole.DIALOG)).containsText("This time isn't logged yet");
            visit.page
                    .getByRole(AriaRole.DIALOG)
                    .getByText("Leave, and lose it")
                    .click();
            assertThat(visit.page.locator("[data-timer]")).hasText("0:00:00");
        }
    }
}
