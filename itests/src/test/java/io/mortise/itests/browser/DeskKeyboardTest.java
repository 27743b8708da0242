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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A ticket from open to resolved, without a mouse: only keys are pressed, and each goes where the focus is. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 240, threadMode = SEPARATE_THREAD)
class DeskKeyboardTest {
    private static final int FAR = 80;

    private final OpenTickets tickets;
    private final String organization;

    DeskKeyboardTest(Product product, Browser browser) {
        tickets = new OpenTickets(product, browser);
        organization = new Customers(product).apart().customer();
    }

    @Test
    void f073_f080_f106_the_keys_alone_take_a_ticket_from_the_list_to_resolved() {
        String title = "By keys alone " + System.nanoTime();
        JsonNode ticket = tickets.of(organization, title);
        try (Visit visit = tickets.visit("tech")) {
            Keys keys = new Keys(visit.page);
            find(visit, keys, title);
            note(visit, keys);
            logTime(visit, keys);
            resolve(visit, keys);
        }
        assertThat(tickets.read(OpenTickets.id(ticket))
                        .at("/fields/status/label")
                        .asText())
                .isEqualTo("Completed");
    }

    private static void find(Visit visit, Keys keys, String title) {
        visit.page.navigate("/tickets?view=all-open");
        assertThat(visit.page.locator("[data-row]").first()).isVisible();
        keys.press("/");
        keys.type(title);
        assertThat(visit.page.locator("[data-row]")).hasCount(1);
        assertThat(visit.page.locator("[data-row]").first()).containsText(title);
        keys.press("ArrowDown");
        keys.press("Enter");
        assertThat(visit.heading(title)).isVisible();
    }

    private static void note(Visit visit, Keys keys) {
        keys.press("n");
        TicketScreen screen = new TicketScreen(visit);
        assertThat(in(screen.note(), AriaRole.TEXTBOX, "Comments")).isFocused();
        keys.type("Changed the toner");
        keys.tabTo(screen.note().getByRole(AriaRole.SWITCH));
        keys.press("Space");
        assertThat(in(screen.note(), AriaRole.BUTTON, "Add internal note")).isVisible();
        keys.press("Control+Enter");
        assertThat(screen.lines("Changed the toner").first()).isVisible();
    }

    private static void logTime(Visit visit, Keys keys) {
        keys.press("l");
        TicketScreen screen = new TicketScreen(visit);
        Locator form = screen.timeLog();
        Locator note = in(form, AriaRole.TEXTBOX, "Note");
        assertThat(note).isFocused();
        keys.backTo(in(form, AriaRole.TEXTBOX, "Committed time"));
        keys.press("Control+A");
        keys.type("0:15");
        keys.choose(in(form, AriaRole.COMBOBOX, "Work type"));
        keys.choose(in(form, AriaRole.COMBOBOX, "Role"));
        keys.tabTo(note);
        keys.type("Drove there");
        keys.tabTo(visit.button("Commit the time"));
        keys.press("Enter");
        Locator overlap = visit.button("Both are right");
        assertThat(overlap.or(screen.lines("Drove there").first()).first()).isVisible();
        if (overlap.isVisible()) {
            keys.backTo(overlap);
            keys.press("Enter");
        }
        assertThat(screen.lines("Drove there").first()).isVisible();
        assertThat(form).hasCount(0);
    }

    private static Locator in(Locator form, AriaRole role, String name) {
        return form.getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void resolve(Visit visit, Keys keys) {
        TicketScreen screen = new TicketScreen(visit);
        keys.press("s");
        assertThat(screen.box("status")).isFocused();
        keys.press("Control+A");
        keys.type("Completed");
        assertThat(screen.options().first()).containsText("Completed");
        keys.press("Enter");
        assertThat(screen.detail("status")).containsText("Completed");
        assertThat(screen.box("status")).hasCount(0);
        visit.picture("desk-keys");
    }

    private record Keys(Page page) {
        void press(String key) {
            page.keyboard().press(key);
        }

        void type(String words) {
            page.keyboard().type(words);
        }

        void tabTo(Locator there) {
            go("Tab", there);
        }

        void backTo(Locator there) {
            go("Shift+Tab", there);
        }

        /** From where the focus is. */
        private void go(String key, Locator there) {
            for (int i = 0; i < FAR && !hasFocus(there); i++) press(key);
            assertThat(there).isFocused();
        }

        private static boolean hasFocus(Locator there) {
            return (boolean) there.evaluate("el => el.getRootNode().activeElement === el");
        }

        /** The first that the list of a field offers. */
        void choose(Locator field) {
            tabTo(field);
            press("ArrowDown");
            assertThat(page.locator("[role=option]").first()).isVisible();
            press("Enter");
            assertThat(page.locator("[role=option]")).hasCount(0);
        }
    }
}
