package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Hub;
import io.mortise.itests.api.Until;
import io.mortise.itests.api.Vendor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What could not be matched safely is answered by a person, and done at the vendors. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 240, threadMode = SEPARATE_THREAD)
class QuestionsTest {
    private static final Duration DONE = Duration.ofSeconds(60);

    private final Product product;
    private final Browser browser;
    private final Http admin;

    QuestionsTest(Product product, Browser browser) {
        this.product = product;
        this.browser = browser;
        this.admin = Hub.signedIn(product, "admin");
    }

    @Test
    void a_match_links_what_is_there_and_doubles_nothing() {
        String name = "Stonebridge Outfitters";
        try (Visit visit = waiting()) {
            Locator question = question(visit, name, "IT Glue");
            assertThat(question).containsText("Same short name, which alone is no proof");
            button(question, "Match with this: " + name + ", Inc.").click();

            assertThat(visit.page.getByText("Answered.")).isVisible();
            assertThat(question).hasCount(0);
        }
        becomes(name, "itglue", only(Vendor.itGlue(product).holding("organizations", name)));
        assertThat(organizations(name)).hasSize(1);
    }

    @Test
    void a_create_makes_it_in_the_system_that_lacked_it_once() {
        String name = "Maple Ridge Community School";
        Vendor itGlue = Vendor.itGlue(product);
        assertThat(itGlue.holding("organizations", name)).isEmpty();
        try (Visit visit = waiting()) {
            Locator question = question(visit, name, "Mortise");
            assertThat(button(question, "Match with another…")).hasCount(0);
            button(question, "Create it in IT Glue").click();
            assertThat(question).hasCount(0);

            visit.page.navigate("/organizations?q=maple");
            visit.page.locator("a[data-row]").first().click();
            assertThat(visit.link("View in IT Glue")).isVisible(patiently());
        }
        becomes(name, "itglue", only(itGlue.holding("organizations", name)));
    }

    @Test
    void the_list_is_walked_with_j_and_k() {
        try (Visit visit = waiting()) {
            Locator questions = visit.page.locator("[data-step]");
            visit.page.keyboard().press("j");
            visit.page.keyboard().press("j");
            assertThat(questions.nth(1)).isFocused();
            visit.page.keyboard().press("k");
            assertThat(questions.nth(0)).isFocused();
            visit.page.keyboard().press("Tab");
            assertThat(questions.nth(0).locator("a, button").first()).isFocused();
        }
    }

    private Visit waiting() {
        Visit visit = Visit.to(browser, product.base()).signIn("admin");
        visit.page.navigate("/admin/sync?tab=waiting");
        assertThat(visit.page.locator("[data-step]").first()).isVisible(patiently());
        return visit;
    }

    /** The question about a record of this name, as it stands in this system. */
    private static Locator question(Visit visit, String name, String system) {
        Locator question = visit.page
                .locator("[data-step]")
                .filter(new Locator.FilterOptions().setHas(visit.heading(name)))
                .filter(new Locator.FilterOptions()
                        .setHas(visit.page.locator("thead th", new Page.LocatorOptions().setHasText(system))));
        for (int i = 0; i < 180 && !question.isVisible(); i++) {
            showAll(visit); // the list grows while the first sync goes on
            visit.page.waitForTimeout(500);
        }
        assertThat(question).isVisible();
        return question;
    }

    private static void showAll(Visit visit) {
        Locator questions = visit.page.locator("[data-step]");
        Locator more = visit.button("Show more");
        for (int shown = questions.count(); more.isVisible(); shown += 30) {
            more.click();
            assertThat(questions.nth(shown)).isVisible();
        }
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);
    }

    private static Locator button(Locator in, String name) {
        return in.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private List<JsonNode> organizations(String name) {
        return Hub.all(admin, "/api/organizations", 200).stream()
                .filter(o -> o.path("fields").path("name").asText().startsWith(name))
                .toList();
    }

    private static String only(List<JsonNode> records) {
        assertThat(records).hasSize(1);
        return records.get(0).path("id").asText();
    }

    private void becomes(String name, String connection, String externalId) {
        Until.is(
                () -> link(name, connection).path("externalId").asText().equals(externalId),
                DONE,
                () -> link(name, connection));
    }

    private JsonNode link(String name, String connection) {
        String id = organizations(name).get(0).path("id").asText();
        for (JsonNode link : admin.get("/api/organizations/" + id).body().path("links"))
            if (link.path("connection").asText().equals(connection)) return link;
        return MissingNode.getInstance();
    }
}
