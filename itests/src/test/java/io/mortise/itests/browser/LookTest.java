package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import com.deque.html.axecore.args.FromShadowDom;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every screen, light and dark: axe finds nothing, and pictures are left in target/screenshots to be looked at. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 420, threadMode = SEPARATE_THREAD)
class LookTest {
    /** @param shown what is there when the screen has come up */
    private record Screen(String name, String path, String shown) {}

    private static final LocatorAssertions.IsVisibleOptions FIRST_SYNC =
            new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);
    private static final List<Screen> SCREENS = List.of(
            new Screen("tickets", "/tickets?view=all-open", "a[data-row]"),
            new Screen("no-tickets", "/tickets?view=all-open&q=zzzzz", ".blank"),
            new Screen("new-ticket", "/tickets/new", ".ProseMirror"),
            new Screen("ticket-settings", "/ticket-settings", ".blank"),
            new Screen("organizations", "/organizations", "a[data-row]"),
            new Screen("configurations", "/configurations", "a[data-row]"),
            new Screen("contacts", "/contacts", "a[data-row]"),
            new Screen("locations", "/locations", "a[data-row]"),
            new Screen("nothing-found", "/organizations?q=zzzz", ".blank"),
            new Screen("sync", "/admin/sync", "tbody tr"),
            new Screen("waiting", "/admin/sync?tab=waiting", "li .card"),
            new Screen("connections", "/admin/connections", "tbody tr"),
            new Screen("connect-product", "/admin/connections/new", "a.card"),
            new Screen("connect-form", "/admin/connections/new/vsa", "form"),
            new Screen("connection", "/admin/connections/bms", "form"),
            new Screen("no-such-connection", "/admin/connections/nobody", ".blank"),
            new Screen("modules", "/admin/modules", "tbody tr"),
            new Screen("integrations", "/me/integrations", "section.card"),
            new Screen("no-such-page", "/nowhere", ".blank"));

    private final Product product;
    private final Browser browser;

    LookTest(Product product, Browser browser) {
        this.product = product;
        this.browser = browser;
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void every_screen(ColorScheme theme) {
        try (Visit visit = Visit.to(browser, product.base(), theme)) {
            assertThat(visit.button("Sign in")).isVisible();
            look(visit, "sign-in", theme);
            visit.signIn("admin");
            for (Screen screen : SCREENS) {
                visit.page.navigate(screen.path());
                assertThat(visit.page.locator(screen.shown()).first()).isVisible(FIRST_SYNC);
                look(visit, screen.name(), theme);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void a_record_its_history_its_form_and_the_palette(ColorScheme theme) {
        try (Visit visit = Visit.to(browser, product.base(), theme).signIn("admin")) {
            for (String list : List.of("/organizations", "/configurations")) {
                String one = list.substring(1, list.length() - 1);
                visit.page.navigate(list);
                assertThat(visit.page.locator("a[data-row]").first()).isVisible(FIRST_SYNC);
                visit.page.locator("a[data-row]").first().click();
                assertThat(visit.button("Edit")).isVisible();
                look(visit, one, theme);
                visit.page.locator("#tab-history").click();
                assertThat(visit.page.locator("[role=tabpanel] li").first()).isVisible();
                look(visit, one + "-history", theme);
                visit.button("Edit").click();
                assertThat(visit.button("Save")).isVisible();
                look(visit, one + "-edit", theme);
                visit.button("Cancel").click();
            }
            visit.page.keyboard().press("Control+k");
            assertThat(visit.page.locator("[role=option]").first()).isVisible();
            look(visit, "palette", theme);
            visit.page.keyboard().press("Escape");
            visit.page.keyboard().press("?");
            assertThat(visit.heading("Keyboard shortcuts")).isVisible();
            look(visit, "keys", theme);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void a_ticket_its_forms_and_its_tabs(ColorScheme theme) {
        try (Visit visit = Visit.to(browser, product.base(), theme).signIn("tech")) {
            visit.page.navigate("/tickets?view=all-open&sort=-number");
            assertThat(visit.page.locator("a[data-row]").first()).isVisible(FIRST_SYNC);
            visit.page.locator("a[data-row]").first().click();
            assertThat(visit.page.locator("article").first()).isVisible();
            look(visit, "ticket", theme);
            visit.button("Log time").click();
            look(visit, "time-log", theme);
            visit.button("Cancel").click();
            visit.page.keyboard().press("n");
            assertThat(visit.page.locator(".ProseMirror")).isVisible();
            look(visit, "note", theme);
            visit.button("Throw away").click();
            visit.page.keyboard().press("s");
            assertThat(visit.page.locator("[role=option]").first()).isVisible();
            look(visit, "ticket-status", theme);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_own_menu_and_the_form_of_a_login_that_is_missing(ColorScheme theme) {
        try (Visit visit = Visit.to(browser, product.base(), theme).signIn("unconnected")) {
            visit.page.locator("[popovertarget=usermenu]").click();
            assertThat(visit.link("Integrations")).isVisible();
            look(visit, "menu", theme);
            visit.link("Integrations").click();
            assertThat(visit.page.locator("section.card form")).isVisible(FIRST_SYNC);
            look(visit, "integrations-form", theme);
        }
    }

    private static void look(Visit visit, String name, ColorScheme theme) {
        String shown = name + "-" + theme.name().toLowerCase(Locale.ROOT);
        visit.page.setViewportSize(1024, 768);
        visit.picture(shown + "-1024");
        visit.page.setViewportSize(1440, 900);
        visit.picture(shown + "-1440");
        List<String> found = axe(visit, theme).analyze().getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> rule.getId() + " " + node.getTarget() + " " + node.getHtml()))
                .toList();
        assertThat(found).as("axe on " + shown).isEmpty();
    }

    /** In the dark other colours are all that is other; and the rows of a table look alike. */
    private static AxeBuilder axe(Visit visit, ColorScheme theme) {
        AxeBuilder axe = new AxeBuilder(visit.page)
                .exclude(new FromShadowDom(".outlet > div", "tbody tr:nth-child(n+15)"))
                .exclude(new FromShadowDom(".outlet > div", "li:nth-child(n+9)"));
        return theme == ColorScheme.DARK ? axe.withRules(List.of("color-contrast")) : axe;
    }
}
