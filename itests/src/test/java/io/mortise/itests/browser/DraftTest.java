package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody types and hasn't saved is never lost. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 180, threadMode = SEPARATE_THREAD)
class DraftTest {
    private static final String TEXT = "Ring twice, the bell sticks";

    private final Product product;
    private final Browser browser;

    DraftTest(Product product, Browser browser) {
        this.product = product;
        this.browser = browser;
    }

    @Test
    void it_outlives_the_modules_stop_a_reload_and_another_page() {
        try (Visit visit = writing()) {
            stopAndStartCrm(visit);
            assertThat(alert(visit)).hasValue(TEXT);

            visit.page.reload();
            assertThat(alert(visit)).hasValue(TEXT);

            visit.link("Contacts").click();
            assertThat(visit.page.getByText("What you were writing is kept")).isVisible();
            visit.page.goBack();
            assertThat(alert(visit)).hasValue(TEXT);
        }
    }

    private void stopAndStartCrm(Visit visit) {
        try (Visit admin = Visit.to(browser, product.base()).signIn("admin")) {
            visit.mark();
            admin.page.navigate("/admin/modules");
            admin.button("Stop crm").click();
            try {
                assertThat(visit.heading("Organizations is stopped")).isVisible();
            } finally {
                admin.button("Start crm").click();
            }
            assertThat(alert(visit)).isVisible();
            visit.assertNeverLoadedAnew();
        }
    }

    @Test
    void a_form_that_was_left_can_be_gone_on_with_or_discarded() {
        try (Visit visit = writing()) {
            visit.page.keyboard().press("Escape");
            assertThat(visit.page.getByText("Your changes were put aside")).isVisible();
            visit.button("Go on editing").click();
            assertThat(alert(visit)).hasValue(TEXT);

            visit.button("Cancel").click();
            visit.button("Discard them").click();
            assertThat(visit.page.getByText("Your changes were put aside")).hasCount(0);
            visit.button("Edit").click();
            assertThat(alert(visit)).hasValue("");
        }
    }

    private Visit writing() {
        Visit visit = Visit.to(browser, product.base()).signIn("tech").openSynced("/organizations?q=blue+mesa");
        visit.button("Edit").click();
        alert(visit).fill(TEXT);
        return visit;
    }

    private static Locator alert(Visit visit) {
        return visit.page.getByLabel("Alert");
    }
}
