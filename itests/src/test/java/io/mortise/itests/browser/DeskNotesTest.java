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

/** The log of a ticket and the notes that people add to it. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 240, threadMode = SEPARATE_THREAD)
class DeskNotesTest {
    private final OpenTickets tickets;

    DeskNotesTest(Product product, Browser browser) {
        tickets = new OpenTickets(product, browser);
    }

    private static Locator note(Visit visit) {
        return visit.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("New note"));
    }

    private static Locator lines(Visit visit) {
        return visit.page.getByRole(AriaRole.ARTICLE);
    }

    private static Locator lines(Visit visit, String text) {
        return lines(visit).filter(new Locator.FilterOptions().setHasText(text));
    }

    private static void begin(Visit visit) {
        visit.button("New").click();
        visit.page.getByText("Add note").click();
        assertThat(note(visit)).isVisible();
    }

    /** Comes back when its draft is gone: who leaves at once would leave it to the next test. */
    private static void discard(Visit visit) {
        visit.page.waitForResponse(
                answer -> answer.request().method().equals("DELETE"),
                () -> visit.button("Throw away").click());
    }

    private static void write(Visit visit, String text) {
        Locator editor = note(visit).getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Comments"));
        editor.click();
        editor.pressSequentially(text);
    }

    @Test
    void f102_two_sub_tabs_stand_at_the_bottom_of_the_main_panel() {
        try (Visit visit = tickets.at("tech", tickets.one(5))) {
            Locator tabs = visit.page.getByRole(
                    AriaRole.TABLIST, new Page.GetByRoleOptions().setName("What was done and what helps"));
            assertThat(tabs.getByRole(AriaRole.TAB))
                    .hasText(new Pattern[] {Pattern.compile("Activities"), Pattern.compile("Related documentation.*")});
        }
    }

    @Test
    void f103_f104_f105_the_log_shows_notes_and_changes_by_kind_and_by_words() {
        JsonNode ticket = tickets.one(5);
        try (Visit visit = tickets.at("tech", ticket)) {
            String text = "Seen on site " + System.nanoTime();
            begin(visit);
            write(visit, text);
            visit.button("Add note").click();
            assertThat(lines(visit, text)).isVisible();
            visit.button("Priority: change")
                    .or(visit.page.locator("#l-priority + dd button"))
                    .first()
                    .click();
            visit.page.locator("#d-priority").click();
            String now = visit.page.locator("#d-priority").inputValue();
            visit.page
                    .getByRole(AriaRole.OPTION)
                    .filter(new Locator.FilterOptions().setHasNotText(now))
                    .first()
                    .click();
            assertThat(lines(visit, "Priority changed").first()).isVisible();

            visit.button("Notes").click();
            assertThat(lines(visit, "Priority changed")).hasCount(0);
            assertThat(lines(visit, text)).isVisible();
            visit.button("Changes").click();
            visit.button("Notes").click();
            assertThat(lines(visit, text)).hasCount(0);
            visit.button("All").click();
            visit.page.getByLabel("Search activities").fill(text.substring(text.lastIndexOf(' ') + 1));
            assertThat(lines(visit)).hasCount(1);
        }
    }

    @Test
    void f106_f107_new_opens_the_form_with_macro_date_type_status_and_comments() {
        try (Visit visit = tickets.at("tech", tickets.one(5))) {
            begin(visit);
            assertThat(note(visit).getByRole(AriaRole.TAB)).hasText("Note Details");
            for (String label : new String[] {"Template macro", "Date", "Type", "Status"})
                assertThat(note(visit)
                                .getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                                .first())
                        .isVisible();
            assertThat(note(visit).getByLabel("Date", new Locator.GetByLabelOptions().setExact(true)))
                    .hasValue(Pattern.compile(java.time.LocalDate.now(java.time.ZoneId.systemDefault())
                                    .toString() + "T.*"));
            visit.picture("desk-note");
        }
    }

    @Test
    void f107_a_link_in_a_note_is_no_reason_to_send_it() {
        try (Visit visit = tickets.at("tech", tickets.one(5))) {
            String text = "As written there " + System.nanoTime();
            begin(visit);
            write(visit, text);
            visit.page.keyboard().press("Control+A");
            note(visit)
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Link").setExact(true))
                    .click();
            Locator address = note(visit).getByLabel("Address of the link");
            address.fill("https://example.com/manual");
            address.press("Enter");
            assertThat(note(visit).locator("a[href='https://example.com/manual']"))
                    .hasText(text);
            assertThat(lines(visit, text)).hasCount(0);
            discard(visit);
        }
    }

    @Test
    void f107_a_macro_fills_in_text_and_status() {
        JsonNode ticket = tickets.one(5);
        String name = "Greeting " + System.nanoTime();
        String macro = tickets.macro(name, "<p>Hello, this is about {{ticket.number}}</p>", "Waiting Customer");
        try (Visit visit = tickets.at("tech", ticket)) {
            begin(visit);
            note(visit).getByLabel("Template macro").selectOption(macro);
            assertThat(note(visit)).containsText("this is about " + OpenTickets.number(ticket));
            assertThat(note(visit)
                            .getByLabel("Status", new Locator.GetByLabelOptions().setExact(true))
                            .first())
                    .hasValue("Waiting Customer");
            discard(visit);
        } finally {
            tickets.removeMacro(macro);
        }
    }

    @Test
    void f108_an_internal_note_is_kept_private_here_and_at_the_psa() {
        JsonNode ticket = tickets.one(6);
        try (Visit visit = tickets.at("tech", ticket)) {
            String text = "Between us " + System.nanoTime();
            begin(visit);
            write(visit, text);
            note(visit).getByLabel("Internal Note").check();
            visit.button("Add internal note").click();
            assertThat(lines(visit, text)).containsText("Internal");
            boolean isPrivate = false;
            for (JsonNode each : tickets.below(OpenTickets.id(ticket), "notes"))
                isPrivate |= each.path("html").asText().contains(text)
                        && each.path("internal").asBoolean();
            assertThat(isPrivate).isTrue();
        }
    }

    @Test
    void what_somebody_writes_outlives_a_reload_and_is_in_the_other_tab_too() {
        JsonNode ticket = tickets.one(7);
        try (Visit visit = tickets.at("tech", ticket)) {
            begin(visit);
            write(visit, "Half a note");
            visit.page.waitForTimeout(1500);
            visit.page.reload();
            assertThat(note(visit)).containsText("Half a note");
            Page other = visit.page.context().newPage();
            other.navigate("/tickets/" + OpenTickets.id(ticket));
            assertThat(other.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("New note")))
                    .containsText("Half a note");
            other.close();
            discard(visit);
            assertThat(note(visit)).hasCount(0);
        }
    }

    @Test
    void what_a_vendor_or_a_person_puts_into_a_text_never_runs() {
        JsonNode ticket = tickets.one(8);
        try (Visit visit = tickets.at("tech", ticket)) {
            begin(visit);
            write(visit, "<img src=x onerror=\"window.ran = true\"><script>window.ran = true</script>");
            visit.button("Add note").click();
            assertThat(lines(visit, "onerror")).isVisible();
            assertThat(visit.page.evaluate("window.ran")).isNull();
        }
    }
}
