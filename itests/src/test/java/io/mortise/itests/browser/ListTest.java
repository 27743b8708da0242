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
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Hub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lists: by keys, when the server is away, and while others change what is in them. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 180, threadMode = SEPARATE_THREAD)
class ListTest {
    private final Product product;
    private final Browser browser;

    ListTest(Product product, Browser browser) {
        this.product = product;
        this.browser = browser;
    }

    @Test
    void keys_walk_the_list_open_a_record_and_go_to_the_filter() {
        try (Visit visit = listing("tech", "/organizations")) {
            Locator rows = rows(visit);
            press(visit, "j", "j");
            assertThat(rows.nth(1)).isFocused();
            press(visit, "k");
            assertThat(rows.nth(0)).isFocused();
            String name = rows.nth(0).innerText();
            press(visit, "Enter");
            assertThat(visit.heading(name)).isVisible();

            visit.page.goBack();
            assertThat(rows.first()).isVisible();
            press(visit, "/");
            assertThat(visit.page.getByLabel("Filter by name")).isFocused();
            visit.page.keyboard().type("barlow j");
            assertThat(visit.heading("Nothing matches")).isVisible();
            visit.button("Clear the filter").click();
            assertThat(rows.first()).isVisible();
        }
    }

    @Test
    void a_head_sorts_the_list_and_the_next_press_turns_it() {
        try (Visit visit = listing("tech", "/organizations")) {
            Locator heads = visit.page.getByRole(AriaRole.COLUMNHEADER);
            assertThat(heads.nth(0)).hasAttribute("aria-sort", "ascending");
            String first = rows(visit).first().innerText();
            visit.button("Name").click();
            assertThat(heads.nth(0)).hasAttribute("aria-sort", "descending");
            assertThat(rows(visit).first()).not().hasText(first);
            visit.button("Updated").click();
            assertThat(heads.nth(5)).hasAttribute("aria-sort", "descending");
            assertThat(heads.nth(0)).not().hasAttribute("aria-sort", "descending");
            visit.button("Updated").click();
            assertThat(heads.nth(5)).hasAttribute("aria-sort", "ascending");
        }
    }

    @Test
    void the_palette_goes_to_pages_and_runs_commands_and_a_key_tells_the_others() {
        try (Visit visit = listing("admin", "/organizations")) {
            press(visit, "Control+k");
            visit.page.keyboard().type("modul");
            press(visit, "Enter");
            assertThat(visit.heading("Modules")).isVisible();

            press(visit, "Control+k");
            visit.page.keyboard().type("dark");
            press(visit, "Enter");
            assertThat(visit.page.locator("html")).hasAttribute("data-theme", "dark");

            press(visit, "?");
            Locator help = visit.page.getByRole(AriaRole.DIALOG);
            assertThat(help).containsText("Next line");
            press(visit, "Escape");
            assertThat(help).hasCount(0);
        }
    }

    @Test
    void a_list_that_cannot_be_read_says_so_and_is_read_again() {
        try (Visit visit = listing("tech", "/organizations")) {
            visit.online(false);
            visit.link("Configurations").click();
            assertThat(visit.heading("The server can't be reached")).isVisible();

            visit.online(true);
            visit.button("Try again").click();
            assertThat(rows(visit).first()).isVisible(patiently());
        }
    }

    @Test
    void a_change_by_others_is_shown_and_what_was_loaded_stays() {
        try (Visit visit = listing("tech", "/configurations")) {
            Locator rows = rows(visit);
            for (int loaded = 200; loaded <= 300; loaded += 100) {
                visit.button("Load more").click();
                assertThat(rows).hasCount(loaded);
            }
            // the first sync may still bring others, before which the first stays near the top
            String path = rows.first().getAttribute("href");
            Locator line = visit.page.locator(
                    "tr", new Page.LocatorOptions().setHas(visit.page.locator("a[href='" + path + "']")));
            String status = line.getByText("In Stock").count() == 0 ? "In Stock" : "In Repair";
            change(path, status);

            assertThat(line).containsText(status);
            assertThat(rows).hasCount(300);
        }
    }

    private void change(String path, String status) {
        Http admin = Hub.signedIn(product, "admin");
        String etag = admin.get("/api" + path).etag().orElseThrow();
        String body = "{\"fields\":{\"status\":{\"key\":\"\",\"label\":\"" + status + "\"}}}";
        org.assertj.core.api.Assertions.assertThat(
                        admin.with("If-Match", etag).patch("/api" + path, body).status())
                .isEqualTo(200);
    }

    private Visit listing(String user, String path) {
        Visit visit = Visit.to(browser, product.base()).signIn(user);
        visit.page.navigate(path);
        assertThat(rows(visit).first()).isVisible(patiently());
        return visit;
    }

    private static Locator rows(Visit visit) {
        return visit.page.locator("a[data-row]");
    }

    private static void press(Visit visit, String... keys) {
        for (String key : keys) visit.page.keyboard().press(key);
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);
    }
}
