package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** People connect to IT Glue with logins of their own, see how they stand, connect again and disconnect. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 300, threadMode = SEPARATE_THREAD)
class MyIntegrationsTest {
    private static final String HERE = "/me/integrations";
    private static final String LOST = """
            {"items":[],"unconnected":true,
             "why":"Your connection to IT Glue is lost: connect again under My Settings, Integrations."}""";

    private static final String LOST_LOGIN = """
            {"id":"itglue","version":3,"product":"itglue","name":"IT Glue","part":"docs","state":"LOST","user":"Theo Lindgren",
             "email":"tech@sandbox.example","role":"Editor","since":"2026-11-20T08:00:00Z","ends":"2026-11-20T10:00:00Z",
             "trouble":"The token has ended.","settings":{},"secrets":["token"],"form":[{"name":"token","label":"Token",
             "help":"","form":"secret","choices":[],"optional":true}]}""";

    private static final LocatorAssertions.IsVisibleOptions TRIED =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    private final OpenTickets tickets;

    MyIntegrationsTest(Product product, Browser browser) {
        this.tickets = new OpenTickets(product, browser);
    }

    @Test
    void f006_the_menu_and_the_command_box_lead_to_where_it_says_connected() {
        try (Visit visit = tickets.visit("tech")) {
            throughTheMenu(visit);
            assertThat(says(itGlue(visit), "connected")).isVisible(TRIED);
            assertThat(itGlue(visit)).containsText("tech@sandbox.example");
            assertThat(itGlue(visit)).containsText("Editor");
            assertThat(itGlue(visit).getByLabel("Password")).hasCount(0);
            visit.page.navigate("/organizations");
            assertThat(visit.heading("Organizations")).isVisible();
            visit.page.keyboard().press("Control+k");
            visit.page
                    .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Search or run"))
                    .fill("integrations");
            visit.page.getByRole(AriaRole.OPTION).filter(hasText("My Settings")).click();
            assertThat(visit.page).hasURL(Pattern.compile(HERE + "$"));
        }
    }

    @Test
    void f007_connecting_again_keeps_the_password_that_is_set() {
        try (Visit visit = tickets.visit("dispatcher")) {
            visit.page.navigate(HERE);
            assertThat(says(itGlue(visit), "connected")).isVisible(TRIED);
            button(visit, "Connect again").click();
            Locator password = itGlue(visit).getByLabel("Password");
            assertThat(itGlue(visit).getByLabel("E-mail")).isFocused();
            assertThat(password).hasAttribute("placeholder", "Set; leave empty to keep it");
            assertThat(password).hasValue("");
            button(visit, "Connect again").click();
            assertThat(visit.page.getByText("You are connected to IT Glue.")).isVisible(TRIED);
            assertThat(password).hasCount(0);
            assertThat(button(visit, "Connect again")).isFocused();
        }
    }

    @Test
    void f008_from_a_wrong_password_to_a_login_of_another_mailbox_and_away_again() {
        try (Visit visit = tickets.visit("unconnected")) {
            throughTheMenu(visit);
            assertThat(says(itGlue(visit), "not connected")).isVisible(TRIED);
            refused(visit);
            connected(visit);
            visit.page.reload();
            assertThat(says(itGlue(visit), "connected")).isVisible(TRIED);
            disconnected(visit);
        }
    }

    private static void refused(Visit visit) {
        Locator password = itGlue(visit).getByLabel("Password");
        itGlue(visit).getByLabel("E-mail").fill("tech@sandbox.example");
        password.fill("guess");
        button(visit, "Connect").click();
        assertThat(password).hasAttribute("aria-invalid", "true", invalid());
        assertThat(password).isFocused();
        assertThat(itGlue(visit).locator(".wrong")).hasCount(1);
        visit.picture("integrations-refused");
        password.fill("sandbox");
        assertThat(itGlue(visit).locator(".wrong")).hasCount(0);
    }

    private static void connected(Visit visit) {
        button(visit, "Connect").click();
        Locator mine = itGlue(visit).getByLabel("This login is mine, too");
        assertThat(mine).isVisible(TRIED);
        assertThat(mine).isFocused();
        assertThat(itGlue(visit).getByRole(AriaRole.ALERT))
                .containsText("IT Glue knows this login by tech@sandbox.example");
        visit.picture("integrations-another");
        mine.check();
        button(visit, "Connect").click();
        assertThat(says(itGlue(visit), "connected")).isVisible(TRIED);
        assertThat(itGlue(visit)).containsText("Editor");
        visit.picture("integrations-connected");
    }

    private static void disconnected(Visit visit) {
        button(visit, "Disconnect").click();
        Locator dialog = visit.page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Disconnect from IT Glue?");
        dialog.getByRole(AriaRole.BUTTON).filter(hasText("Cancel")).click();
        assertThat(says(itGlue(visit), "connected")).isVisible();
        button(visit, "Disconnect").click();
        visit.picture("integrations-disconnect");
        dialog.getByRole(AriaRole.BUTTON).filter(hasText("Disconnect")).click();
        assertThat(says(itGlue(visit), "not connected")).isVisible(TRIED);
        assertThat(itGlue(visit).getByLabel("E-mail")).hasValue("");
    }

    @Test
    void f008_who_has_been_overtaken_in_another_tab_is_told_and_sees_what_is() {
        try (Visit late = tickets.visit("lite");
                Visit early = tickets.visit("lite")) {
            for (Visit visit : new Visit[] {late, early}) {
                visit.page.navigate(HERE);
                assertThat(says(itGlue(visit), "connected")).isVisible(TRIED);
                button(visit, "Connect again").click();
            }
            button(early, "Connect again").click();
            assertThat(early.page.getByText("You are connected to IT Glue.")).isVisible(TRIED);
            button(late, "Connect again").click();
            assertThat(itGlue(late).getByRole(AriaRole.ALERT)).containsText("changed meanwhile", shown());
            button(late, "Connect again").click();
            assertThat(late.page.getByText("You are connected to IT Glue.")).isVisible(TRIED);
        }
    }

    /** Who isn't connected at all sees no such ticket (F-074), so the answer is that of a login lost for a moment. */
    @Test
    void f007_a_ticket_leads_there_when_the_login_is_what_is_missing() {
        try (Visit visit = tickets.visit("tech")) {
            visit.page.route(
                    "**/related-documentation",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody(LOST)));
            visit.page.navigate("/tickets/" + OpenTickets.id(tickets.one(9)));
            visit.page
                    .getByRole(AriaRole.TAB)
                    .filter(hasText("Related documentation"))
                    .click();
            assertThat(visit.heading("Not connected")).isVisible();
            visit.picture("integrations-related");
            visit.link("Connect").click();
            assertThat(visit.heading("My Settings, Integrations")).isVisible();
        }
    }

    @Test
    void f006_no_answer_nothing_to_connect_to_and_a_login_that_is_lost_are_told() {
        try (Visit visit = tickets.visit("tech")) {
            answer(visit, 503, "{\"title\":\"Doesn't answer now\",\"detail\":\"Try again in a moment.\"}");
            visit.page.navigate(HERE);
            assertThat(visit.heading("Doesn't answer now")).isVisible();
            visit.picture("integrations-no-answer");
            answer(visit, 200, "{\"items\":[]}");
            visit.button("Try again").click();
            assertThat(visit.heading("No connected system takes logins of people"))
                    .isVisible();
            visit.picture("integrations-none");
            answer(visit, 200, "{\"items\":[" + LOST_LOGIN + "]}");
            visit.page.reload();
            assertThat(says(itGlue(visit), "lost")).isVisible();
            assertThat(itGlue(visit)).containsText("The token has ended.");
            assertThat(itGlue(visit)).containsText("Then you connect again.");
            assertThat(button(visit, "Look again")).isVisible();
            assertThat(button(visit, "Disconnect")).isVisible();
            visit.picture("integrations-lost");
        }
    }

    private static void answer(Visit visit, int status, String json) {
        visit.page.route(
                "**/api/me/connections",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(status)
                        .setContentType("application/json")
                        .setBody(json)));
    }

    private static void throughTheMenu(Visit visit) {
        visit.page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("You: "))
                .click();
        visit.link("Integrations").click();
        assertThat(visit.heading("My Settings, Integrations")).isVisible();
        assertThat(visit.link("Integrations")).isHidden();
    }

    private static Locator itGlue(Visit visit) {
        return visit.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("IT Glue"));
    }

    private static Locator button(Visit visit, String name) {
        return itGlue(visit)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator says(Locator card, String state) {
        return card.getByRole(AriaRole.STATUS).getByText(state, new Locator.GetByTextOptions().setExact(true));
    }

    private static Locator.FilterOptions hasText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static LocatorAssertions.HasAttributeOptions invalid() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(60_000);
    }

    private static LocatorAssertions.ContainsTextOptions shown() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    }
}
