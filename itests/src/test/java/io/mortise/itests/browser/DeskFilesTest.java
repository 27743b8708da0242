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
import io.mortise.itests.api.Until;
import io.mortise.itests.api.Vendor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files of a ticket on its page: while the PSA is away, with names that are meant to deceive, and put where they don't belong. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 420, threadMode = SEPARATE_THREAD)
class DeskFilesTest {
    private static final Duration ARRIVES = Duration.ofMinutes(3);
    private static final LocatorAssertions.IsVisibleOptions LATE =
            new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);
    private static final Pattern ATTACHMENTS = Pattern.compile("^Attachments");

    private final OpenTickets tickets;
    private final Vendor bms;

    DeskFilesTest(Product product, Browser browser) {
        this.tickets = new OpenTickets(product, browser);
        this.bms = Vendor.bms(product);
    }

    private static Locator files(Visit visit) {
        Locator side =
                visit.page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("About this ticket"));
        Locator head = side.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(ATTACHMENTS));
        if (head.getAttribute("aria-expanded").equals("false")) head.click();
        return side.getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName(ATTACHMENTS));
    }

    private static void drop(Visit visit, String... names) {
        JSHandle dropped = visit.page.evaluateHandle(
                "names => { const all = new DataTransfer(); for (const name of names) all.items.add(new File(['photo ' + name], name, {type: 'text/plain'})); return all; }",
                List.of(names));
        files(visit).locator(".drop").dispatchEvent("drop", Map.of("dataTransfer", dropped));
    }

    private static Locator item(Locator files, String name) {
        return files.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator button(Locator item, String begins) {
        return item.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + begins)));
    }

    @Test
    void f094_while_the_psa_is_away_a_file_waits_in_sight_and_is_gone_from_there_by_itself() {
        JsonNode ticket = tickets.one(19);
        String name = "rack " + System.nanoTime() + ".txt";
        String other = "wrong " + System.nanoTime() + ".txt";
        try (Visit visit = tickets.at("tech", ticket)) {
            Locator files = files(visit);
            bms.fails("timeout-before", 1);
            drop(visit, name, other);
            assertThat(item(files, name))
                    .containsText("Waiting", new LocatorAssertions.ContainsTextOptions().setTimeout(90_000));
            assertThat(item(files, name)).containsText("Kaseya BMS");
            assertThat(item(files, other))
                    .containsText("Waiting", new LocatorAssertions.ContainsTextOptions().setTimeout(90_000));
            assertThat(files.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("2 files wait")))
                    .hasCount(1);
            assertThat(new TicketScreen(visit).lines(name).first()).isVisible();
            visit.picture("desk-files-wait");

            button(item(files, other), "Throw away").focus();
            visit.page.keyboard().press("Enter");
            visit.page
                    .getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, named("Throw away"))
                    .click();
            assertThat(item(files, other)).hasCount(0);
            visit.page.reload();
            button(item(files(visit), name), "Try again").click();
            assertThat(button(item(files(visit), name), "Try again"))
                    .isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(60_000));
            assertThat(item(files(visit), name)).containsText("Waiting");

            bms.recovers();
            assertThat(item(files(visit), name).getByText("Waiting"))
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(90_000));
            assertThat(files(visit).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name)))
                    .isVisible();
            assertThat(button(item(files(visit), name), "Try again")).hasCount(0);
        } finally {
            bms.recovers();
        }
        assertThat(bms.holding("attachments", name)).hasSize(1);
        assertThat(bms.holding("attachments", other)).isEmpty();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    @Test
    void f094_names_that_are_meant_to_deceive_are_shown_as_plain_harmless_names() {
        JsonNode ticket = tickets.one(28);
        String mark = "" + System.nanoTime();
        String path = "../../etc " + mark + ".txt";
        String turned = "bill" + mark + "\u202egpj.exe";
        String tag = "<img src=x onerror=\"window.hit=1\">" + mark + ".txt";
        String large = "long".repeat(50) + mark + ".txt";
        try (Visit visit = tickets.at("tech", ticket)) {
            Locator files = files(visit);
            drop(visit, path, turned, tag, large);
            Locator links = files.getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText(mark));
            assertThat(links).hasCount(4, new LocatorAssertions.HasCountOptions().setTimeout(120_000));
            List<String> shown = links.allTextContents();
            assertThat(shown)
                    .noneMatch(name -> name.contains("/") || name.contains("\\") || name.contains("\u202e"))
                    .anyMatch(name -> name.contains("bill" + mark + "gpj.exe"))
                    .anyMatch(name -> name.contains(large));
            assertThat(visit.page.locator("img[src=x], img[onerror]")).hasCount(0);
            assertThat(visit.page.evaluate("window.hit ?? 0")).isEqualTo(0);
            Locator side = visit.page.getByRole(
                    AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("About this ticket"));
            assertThat(side.evaluate("el => el.scrollWidth <= el.clientWidth")).isEqualTo(true);
            assertThat(visit.page.locator(".middle").evaluate("el => el.scrollWidth <= el.clientWidth"))
                    .isEqualTo(true);
            visit.picture("desk-files-names");
        }
    }

    @Test
    void f119_a_picture_that_is_pasted_into_a_note_goes_to_the_attachments_and_says_so() {
        JsonNode ticket = tickets.one(29);
        String name = "shot " + System.nanoTime() + ".png";
        try (Visit visit = tickets.at("tech", ticket)) {
            TicketScreen screen = new TicketScreen(visit);
            screen.beginNote("Before ");
            Locator text =
                    screen.note().getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Comments"));
            text.evaluate(
                    "(el, name) => { const data = new DataTransfer(); data.items.add(new File([new Uint8Array([137, 80, 78, 71])], name, {type: 'image/png'}));"
                            + " el.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }",
                    name);
            assertThat(screen.told("look for it under Attachments")).isVisible();
            assertThat(files(visit).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name)))
                    .isVisible(LATE);
            text.evaluate(
                    "el => { const data = new DataTransfer(); data.setData('text/html', '<p>after<img src=\"data:image/png;base64,iVBORw0KGgo=\"></p>'); data.setData('text/plain', 'after');"
                            + " el.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }");
            assertThat(text).containsText("after");
            assertThat(text.locator("img:not(.ProseMirror-separator)")).hasCount(0);
        }
        Until.is(() -> bms.holding("attachments", name).size() == 1, ARRIVES, () -> "the picture at BMS");
    }
}
