package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person's browser window. What its page complains of on the console is kept, and held against it at the end. */
final class Visit implements AutoCloseable {
    static final String PASSWORD = "demo";

    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();
    final Page page;

    private Visit(Browser browser, URI base, ColorScheme theme) {
        context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(base.toString())
                .setColorScheme(theme)
                .setViewportSize(1440, 900));
        context.setDefaultTimeout(20_000);
        page = context.newPage();
        page.onConsoleMessage(this::hear);
        page.onPageError(complaints::add);
    }

    static Visit to(Browser browser, URI base) {
        return to(browser, base, ColorScheme.LIGHT);
    }

    static Visit to(Browser browser, URI base, ColorScheme theme) {
        Visit visit = new Visit(browser, base, theme);
        visit.page.navigate("/");
        return visit;
    }

    /** The browser itself notes each 4xx; those of the API are answers that tests ask for, anything else is a fault. */
    private void hear(ConsoleMessage message) {
        boolean answer = message.text().startsWith("Failed to load resource")
                && message.location().contains("/api/");
        if (!answer && List.of("error", "warning").contains(message.type())) complaints.add(message.text());
    }

    Visit signIn(String user) {
        giveName(user, PASSWORD);
        assertThat(page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Screens")))
                .isVisible();
        return this;
    }

    void giveName(String user, String password) {
        page.getByLabel("User").fill(user);
        page.getByLabel("Password").fill(password);
        button("Sign in").click();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Opens the first record of a list, once it stands in sync in some system. */
    Visit openSynced(String list) {
        page.navigate(list);
        page.locator("a[data-row]").first().click();
        assertThat(page.getByRole(AriaRole.COMPLEMENTARY)
                        .getByText("synced", new Locator.GetByTextOptions().setExact(true))
                        .first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(90_000));
        return this;
    }

    /** What the browser itself tells of its requests. */
    CDPSession network() {
        return context.newCDPSession(page);
    }

    /** Marks the page, so that {@link #assertNeverLoadedAnew} can tell. */
    void mark() {
        page.evaluate("window.stillTheSamePage = true");
    }

    void assertNeverLoadedAnew() {
        assertThat(page.evaluate("window.stillTheSamePage")).isEqualTo(true);
    }

    /** The cable is pulled, or put in again. */
    void online(boolean yes) {
        context.setOffline(!yes);
    }

    /** Ends the session behind the page's back. */
    void loseSession() {
        context.clearCookies();
    }

    /** The page has complained of this, as it should, and of nothing else so. */
    void assertComplained(String words) {
        assertThat(complaints).anyMatch(complaint -> complaint.contains(words));
        complaints.removeIf(complaint -> complaint.contains(words));
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("console").isEmpty();
    }
}
