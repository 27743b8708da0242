package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.Unpacked;
import io.mortise.itests.api.Http;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** An admin connects a system on the screen, changes it, switches it off and removes it. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 300, threadMode = SEPARATE_THREAD)
class ConnectTest {
    private static final LocatorAssertions.IsVisibleOptions TRIED =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    private final Product shared;
    private final Unpacked unpacked;
    private final Browser browser;

    ConnectTest(Product shared, Unpacked unpacked, Browser browser) {
        this.shared = shared;
        this.unpacked = unpacked;
        this.browser = browser;
    }

    @Test
    void f012_from_a_wrong_secret_to_a_system_that_syncs_and_away_again() throws Exception {
        try (Product product =
                        Product.of(unpacked, "--sandbox-scale", "0.1").start().awaitReady();
                Visit visit = Visit.to(browser, product.base()).signIn("admin")) {
            visit.link("Connections").click();
            visit.link("Connect a system").click();
            visit.page.getByRole(AriaRole.LINK, named("ConnectWise RMM")).click();
            fill(visit, "http://127.0.0.1:" + (product.sandboxPort() + 3), "wrong");
            visit.button("Test connection").click();
            Locator secret = visit.page.getByLabel("Client secret");
            assertThat(visit.page.getByText("doesn't accept this client ID and secret"))
                    .isVisible(TRIED);
            assertThat(secret).hasAttribute("aria-invalid", "true");
            assertThat(secret).isFocused();

            secret.fill("sandbox-secret");
            visit.button("Test connection").click();
            assertThat(visit.page.getByText("Signed in as sandbox, API key.")).isVisible(TRIED);
            assertThat(visit.page
                            .getByRole(AriaRole.GROUP, grouped("Types to sync"))
                            .getByLabel("Configurations"))
                    .isChecked();
            visit.button("Save").click();
            assertThat(visit.page.getByText("ConnectWise RMM is connected.")).isVisible(TRIED);
            Locator line = visit.page.locator("tbody tr").filter(hasText("ConnectWise RMM"));
            assertThat(line.getByText("connected", exact())).isVisible(TRIED);
            changed(visit);
            removed(visit);
        }
    }

    private static void fill(Visit visit, String url, String secret) {
        visit.page.getByLabel("Region").selectOption("eu");
        visit.page.getByLabel("Client ID").fill("sandbox");
        visit.page.getByLabel("Client secret").fill(secret);
        visit.page.getByLabel("Other address of the API").fill(url);
    }

    private static void changed(Visit visit) {
        visit.link("ConnectWise RMM").click();
        assertThat(visit.page.getByLabel("Client secret")).hasAttribute("placeholder", "Set; leave empty to keep it");
        assertThat(visit.page.getByLabel("Client secret")).hasValue("");
        visit.page.getByText("What is guaranteed").click();
        assertThat(visit.page.getByText("All records are read regularly").first())
                .isVisible(TRIED);
        visit.page.getByLabel("Share of the request limit (%)").fill("40");
        visit.button("Save").click();
        assertThat(visit.page.getByText("ConnectWise RMM: saved.")).isVisible(TRIED);
        visit.link("ConnectWise RMM").click();
        assertThat(visit.page.getByLabel("Share of the request limit (%)")).hasValue("40");
    }

    private static void removed(Visit visit) {
        visit.button("Switch off").click();
        assertThat(visit.button("Switch on")).isVisible(TRIED);
        visit.button("Remove").click();
        Locator dialog = visit.page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("All records stay here");
        dialog.getByRole(AriaRole.BUTTON).filter(hasText("Remove")).click();
        assertThat(visit.page).hasURL(Pattern.compile("/admin/connections$"));
        assertThat(visit.link("Kaseya BMS")).isVisible();
        assertThat(visit.link("ConnectWise RMM")).hasCount(0);
    }

    @Test
    void f021_a_certificate_is_shown_compared_and_pinned() {
        try (Visit visit = Visit.to(browser, shared.base()).signIn("admin")) {
            visit.page.navigate("/admin/connections/new/vsa");
            visit.page.getByLabel("Logon address").fill("https://127.0.0.1:" + (shared.sandboxPort() + 4));
            visit.page.getByLabel("User").fill("api");
            visit.page.getByLabel("Access token or password").fill("sandbox");
            visit.button("Test connection").click();
            assertThat(visit.heading("The certificate that the server shows")).isVisible(TRIED);
            assertThat(visit.page.getByText("self-signed")).isVisible();
            visit.picture("certificate");
            visit.button("Pin this certificate").click();
            assertThat(visit.page.getByText("Signed in as api, role Master, scope Master."))
                    .isVisible(TRIED);
            assertThat(visit.button("Remove the pin")).isVisible();
        }
    }

    @Test
    void e16_an_admin_sees_what_to_enter_at_a_system_that_calls_and_whether_it_has() {
        try (Visit visit = Visit.to(browser, shared.base()).signIn("admin")) {
            visit.page.navigate("/admin/connections/bms");
            assertThat(visit.heading("Calls from Kaseya BMS")).isVisible();
            assertThat(visit.page.getByLabel("Address to enter there"))
                    .hasValue(shared.base().resolve("/hooks/bms").toString());
            assertThat(visit.page.getByText("add a webhook there")).isVisible();
            assertThat(visit.page.getByText("Not heard from yet")).isVisible();
            assertThat(visit.page.getByLabel("Webhook secret"))
                    .hasAttribute("placeholder", "Set; leave empty to keep it");
            Http.at(shared.base()).post("/hooks/bms", "{}");
            visit.page.reload();
            assertThat(visit.page.getByText("A call was refused")).isVisible();
            visit.picture("hook");
            visit.page.navigate("/admin/connections/itglue");
            assertThat(visit.heading("IT Glue")).isVisible();
            assertThat(visit.page.getByText("Address to enter there")).hasCount(0);
        }
    }

    @Test
    void who_may_not_connect_systems_sees_them_and_is_told() {
        try (Visit visit = Visit.to(browser, shared.base()).signIn("tech")) {
            visit.page.navigate("/admin/connections");
            assertThat(visit.link("Kaseya BMS")).isVisible();
            assertThat(visit.link("Connect a system")).hasCount(0);
            visit.page.navigate("/admin/connections/new");
            assertThat(visit.heading("Your role can't connect systems")).isVisible();
            visit.page.navigate("/admin/connections/bms");
            assertThat(visit.heading("Kaseya BMS")).isVisible();
            assertThat(visit.button("Remove")).hasCount(0);
        }
    }

    private static Page.GetByRoleOptions named(String part) {
        return new Page.GetByRoleOptions().setName(part);
    }

    private static Page.GetByRoleOptions grouped(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Locator.FilterOptions hasText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
