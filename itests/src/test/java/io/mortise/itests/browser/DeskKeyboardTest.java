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
        assertThat(screen.note().getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Comments")))
                .isFocused();
        keys.type("Changed the toner");
        keys.tabTo("Internal Note");
        keys.press("Space");
        keys.press("Control+Enter");
        assertThat(screen.lines("Changed the toner").first()).isVisible();
    }

    private static void logTime(Visit visit, Keys keys) {
        keys.press("l");
        TicketScreen screen = new TicketScreen(visit);
        assertThat(screen.timeLog().locator("#time-notes")).isFocused();
        keys.backTo("Committed time");
        keys.press("Control+A");
        keys.type("0:15");
        keys.choose("Work type");
        keys.choose("Role");
        keys.tabTo("Note");
        keys.type("Drove there");
        keys.tabTo("Commit the time");
        keys.press("Enter");
        Locator overlap = visit.button("Both are right");
        assertThat(overlap.or(screen.lines("Drove there").first()).first()).isVisible();
        if (overlap.isVisible()) {
            keys.tabTo("Both are right");
            keys.press("Enter");
        }
        assertThat(screen.lines("Drove there").first()).isVisible();
        assertThat(screen.timeLog()).hasCount(0);
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

    /** A keyboard, and what its focus is on. */
    private record Keys(Page page) {
        private static final String NAME = """
                () => { let at = document.activeElement;
                  while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
                  const label = at.labels?.[0]?.innerText || at.getAttribute('aria-label')
                    || at.getRootNode().getElementById(at.getAttribute('aria-labelledby'))?.innerText || at.innerText || '';
                  return at === document.body ? '' : label.trim(); }""";

        void press(String key) {
            page.keyboard().press(key);
        }

        void type(String words) {
            page.keyboard().type(words);
        }

        void tabTo(String name) {
            step("Tab", name);
        }

        void backTo(String name) {
            step("Shift+Tab", name);
        }

        /** From where the focus is. */
        private void step(String key, String name) {
            StringBuilder way = new StringBuilder();
            for (int i = 0; i < FAR; i++) {
                String at = (String) page.evaluate(NAME);
                if (at.equals(name) || at.startsWith(name + "\n") || at.startsWith(name + "The "))
                    return; // a switch says whom it concerns
                way.append(at).append(" > ");
                press(key);
            }
            throw new AssertionError("\"" + name + "\" can't be reached: " + way);
        }

        /** The first that the list of a field offers. */
        void choose(String field) {
            tabTo(field);
            press("ArrowDown");
            assertThat(page.locator("[role=option]").first()).isVisible();
            press("Enter");
            assertThat(page.locator("[role=option]")).hasCount(0);
        }
    }
}
