package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.api.Jar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A vendor's module with a screen of its own is put in, used, stopped and taken out by people, without a reload. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 120, threadMode = SEPARATE_THREAD)
class VendorModuleTest {
    private static final String SCREENS = """
            {"api": 1, "module": "main.js", "contributions": [
              {"point": "nav", "id": "memo-nav", "title": "Memo", "icon": "file-text", "path": "/memo", "order": 50},
              {"point": "page", "id": "memo", "title": "Memo", "path": "/memo", "view": "memo"}]}""";
    /** Fails the first time it is shown; then it holds a text that nobody but this page has. */
    private static final String VIEWS = """
            let shown = 0;
            export default { views: { memo(el) {
              if (!shown++) throw new Error('not today');
              const label = document.createElement('label');
              label.append('Thought', document.createElement('textarea'));
              el.append(label);
              return { dirty: () => label.querySelector('textarea').value !== '' };
            } } };""";

    private static final Jar MEMO = Jar.with(
                    "Bundle-SymbolicName", "example.memo",
                    "Bundle-Name", "memo",
                    "Bundle-Version", "1.2.3",
                    "Bundle-Description", "Notes to oneself",
                    "Provide-Capability", "mortise.screens;version:Version=\"1.0.0\";at=\"ui/plugin.json\"")
            .file("ui/plugin.json", SCREENS)
            .file("ui/main.js", VIEWS);

    private final Product product;
    private final Browser browser;

    VendorModuleTest(Product product, Browser browser) {
        this.product = product;
        this.browser = browser;
    }

    @Test
    void its_screen_comes_and_goes_with_it_and_what_was_written_there_can_be_copied() {
        try (Visit admin = modules();
                Visit tech = Visit.to(browser, product.base()).signIn("tech")) {
            tech.mark();
            upload(admin, "memo.jar", MEMO.bytes());
            assertThat(line(admin, "example.memo")).containsText("Notes to oneself");
            assertThat(line(admin, "example.memo")).containsText("1.2.3");
            try {
                tech.link("Memo").click();
                failsOnceInItsOwnBox(tech);
                tech.page.getByLabel("Thought").fill("Half a thought");
                admin.button("Stop memo").click();
                assertThat(tech.page.getByLabel("What wasn't saved")).hasValue("Thought: Half a thought");
                assertThat(tech.link("Memo")).hasCount(0);
                assertThat(tech.heading("Memo is stopped")).isVisible();
            } finally {
                admin.button("Remove memo").click();
                admin.button("Remove").click();
            }
            assertThat(admin.page.getByText("example.memo")).hasCount(0);
            tech.assertNeverLoadedAnew();
            tech.assertComplained("[example.memo] Error: not today");
        }
    }

    private static void failsOnceInItsOwnBox(Visit visit) {
        assertThat(visit.heading("This part had an error")).isVisible();
        assertThat(visit.page.getByText("example.memo: not today")).isVisible();
        assertThat(visit.link("Organizations")).isVisible();
        visit.button("Load it again").click();
    }

    @Test
    void a_jar_that_lacks_something_is_refused_with_its_name_and_changes_nothing() {
        try (Visit visit = modules()) {
            Locator lines = visit.page.locator("tbody tr");
            int before = lines.count();
            upload(
                    visit,
                    "wanting.jar",
                    Jar.with("Bundle-SymbolicName", "example.wanting", "Import-Package", "com.acme.nope")
                            .bytes());
            assertThat(visit.page.getByRole(AriaRole.ALERT)).containsText("It needs the package com.acme.nope");
            upload(visit, "none.jar", "no jar".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(visit.page.getByRole(AriaRole.ALERT)).containsText("not an OSGi bundle");
            assertThat(lines).hasCount(before);
        }
    }

    @Test
    void what_came_with_mortise_offers_no_remove_and_says_why() {
        try (Visit visit = modules()) {
            Locator crm = line(visit, "io.mortise.crm");
            assertThat(crm.getByRole(AriaRole.BUTTON)).hasText("Stop");
            assertThat(crm.getByText("comes with Mortise"))
                    .hasAttribute("title", "io.mortise.crm came with Mortise and can't be removed. You can stop it.");
            assertThat(line(visit, "io.mortise.sync").getByRole(AriaRole.BUTTON))
                    .hasCount(0);
        }
    }

    private Visit modules() {
        Visit visit = Visit.to(browser, product.base()).signIn("admin");
        visit.page.navigate("/admin/modules");
        assertThat(line(visit, "io.mortise.crm")).isVisible();
        return visit;
    }

    private static Locator line(Visit visit, String id) {
        return visit.page.locator("tbody tr", new Page.LocatorOptions().setHasText(id));
    }

    private static void upload(Visit visit, String name, byte[] file) {
        visit.page.locator("input[type=file]").setInputFiles(new FilePayload(name, "application/java-archive", file));
    }
}
