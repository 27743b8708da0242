package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Hub;
import io.mortise.itests.api.Until;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a form offers, and what it doesn't let one type in vain. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 240, threadMode = SEPARATE_THREAD)
class FormTest {
    private final Product product;
    private final Browser browser;

    FormTest(Product product, Browser browser) {
        this.product = product;
        this.browser = browser;
    }

    @Test
    void what_the_machine_itself_reports_is_shown_with_the_reason_why_nobody_types_it() {
        Http admin = Hub.signedIn(product, "admin");
        Until.is(() -> machine(admin).isPresent(), Duration.ofMinutes(2), () -> "a machine that the RMM has");
        try (Visit visit = Visit.to(browser, product.base()).signIn("tech")) {
            visit.page.navigate("/configurations/" + machine(admin).orElseThrow());
            visit.button("Edit").click();
            Locator form = visit.page.locator("form");
            assertThat(form.getByText("The machine itself reports it to the RMM")
                            .first())
                    .isVisible();
            assertThat(form.locator("[name=serial]")).hasCount(0);
            assertThat(form.locator("[name=assetTag]")).isVisible();
        }
    }

    private static Optional<String> machine(Http admin) {
        for (JsonNode item : admin.get("/api/configurations?limit=50").items()) {
            String id = item.path("id").asText();
            JsonNode locked = admin.get("/api/configurations/" + id).body().path("locked");
            if (locked.has("serial")) return Optional.of(id);
        }
        return Optional.empty();
    }

    @Test
    void where_no_system_keeps_a_list_any_word_is_taken_and_offered_from_then_on() {
        try (Visit visit = Visit.to(browser, product.base()).signIn("tech").openSynced("/organizations?q=blue+mesa")) {
            visit.button("Edit").click();
            typed(visit).fill("  Bakery ");
            visit.button("Save").click();
            assertThat(visit.heading("Saved")).isVisible();
            assertThat(visit.page.getByText("Bakery").first()).isVisible();

            visit.button("Edit").click();
            assertThat(typed(visit)).hasValue("Bakery");
            assertThat(visit.page.locator("datalist option[value=Bakery]").first())
                    .isAttached();
            typed(visit).fill("");
            visit.button("Save").click();
            assertThat(visit.heading("Saved")).isVisible();
        }
    }

    /** Until the list has been read there is nothing to type in. */
    private static Locator typed(Visit visit) {
        return visit.page.getByLabel("Business type").and(visit.page.locator("input"));
    }
}
