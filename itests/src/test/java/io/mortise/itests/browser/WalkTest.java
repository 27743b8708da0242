package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do on the screens, in a real browser, with the product and its simulated systems behind them. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 180, threadMode = SEPARATE_THREAD)
class WalkTest {
    private static final LocatorAssertions.IsVisibleOptions SYNCED =
            new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);

    private final Product product;
    private final Browser browser;

    WalkTest(Product product, Browser browser) {
        this.product = product;
        this.browser = browser;
    }

    @Test
    void a_wrong_password_is_told_and_the_right_one_opens() {
        try (Visit visit = Visit.to(browser, product.base())) {
            visit.giveName("admin", "wrong");
            assertThat(visit.page.getByRole(AriaRole.ALERT)).isVisible();

            visit.signIn("admin");
            assertThat(visit.heading("Tickets")).isVisible();
        }
    }

    @Test
    void an_edit_goes_from_the_filtered_list_to_every_system() {
        try (Visit visit = signedIn("tech")) {
            visit.openSynced("/locations?q=main");
            visit.button("Edit").click();
            Locator phone = visit.page.getByLabel("Phone");
            String number = phone.inputValue().endsWith("1") ? "6105550102" : "6105550101";
            phone.fill(number);
            visit.button("Save").click();

            assertThat(visit.heading("Saved")).isVisible();
            Locator systems = visit.page.getByRole(AriaRole.STATUS).filter(hasText("IT Glue"));
            assertThat(systems.getByText("saved", exact()).first()).isVisible(SYNCED);
            assertThat(systems.getByText("pending", exact())).hasCount(0);
            assertThat(systems.getByText("refused", exact())).hasCount(0);
            assertThat(visit.page.locator("dd", new Page.LocatorOptions().setHasText(number)))
                    .isVisible();
        }
    }

    @Test
    void a_choice_is_picked_from_the_systems_lists() {
        try (Visit visit = signedIn("tech")) {
            visit.openSynced("/organizations?q=ashford");
            visit.button("Edit").click();
            Locator type = visit.page.getByLabel("Type", new Page.GetByLabelOptions().setExact(true));
            assertThat(type.locator("option").filter(hasText("Prospect"))).hasCount(1);
            assertThat(type.locator("option").filter(hasText("None"))).hasCount(0);
            Locator status = visit.page.getByLabel("Status");
            assertThat(status.locator("option").filter(hasText("Onboarding"))).hasCount(1);
            String other = status.inputValue().equals("inactive") ? "Active" : "Inactive";
            status.selectOption(new SelectOption().setLabel(other));
            visit.button("Save").click();

            assertThat(visit.heading("Saved")).isVisible();
            assertThat(visit.page.locator("dd .pill").getByText(other, exact())).isVisible();
        }
    }

    @Test
    void of_two_people_who_edit_the_slower_one_sees_both_values_and_keeps_his_words() {
        try (Visit slow = signedIn("tech");
                Visit fast = signedIn("admin")) {
            slow.openSynced("/organizations?q=barlow");
            fast.page.navigate(slow.page.url());
            slow.button("Edit").click();
            slow.page.getByLabel("Alert").fill("Call before you come");
            fast.button("Edit").click();
            fast.page.getByLabel("Alert").fill("Dog in the yard");
            fast.button("Save").click();
            assertThat(fast.heading("Saved")).isVisible();

            slow.button("Save").click();
            assertThat(slow.page.getByRole(AriaRole.ALERT)).containsText("changed this record");
            assertThat(slow.page.getByText("Now: Dog in the yard")).isVisible();
            assertThat(slow.page.getByLabel("Alert")).hasValue("Call before you come");
            slow.button("Save").click();
            assertThat(slow.heading("Saved")).isVisible();
        }
    }

    @Test
    void a_reader_reads_and_nothing_else() {
        try (Visit visit = signedIn("reader")) {
            visit.openSynced("/organizations?q=barlow");
            assertThat(visit.button("Edit")).hasCount(0);
            assertThat(visit.link("Sync")).hasCount(0);
            visit.page.navigate("/admin/sync");
            assertThat(visit.heading("There is no such page")).isVisible();
        }
    }

    @Test
    void the_dashboard_shows_each_system_and_runs_one_when_told() {
        try (Visit visit = signedIn("admin")) {
            visit.link("Sync").click();
            for (String system : new String[] {"Kaseya BMS", "IT Glue", "Kaseya VSA"})
                assertThat(visit.heading(system)).isVisible();
            visit.button("Run IT Glue now").click();
            assertThat(visit.page.getByText("IT Glue is read anew")).isVisible();

            visit.page
                    .getByRole(AriaRole.TAB)
                    .filter(hasText("Waiting for you"))
                    .click();
            assertThat(visit.button("Match with another…").first()).isVisible(SYNCED);
        }
    }

    @Test
    void everything_can_be_reached_with_the_keyboard() {
        try (Visit visit = signedIn("admin")) {
            assertThat(visit.heading("Tickets")).isVisible();
            visit.page.keyboard().press("Control+k");
            visit.page.keyboard().type("Barlow");
            assertThat(visit.page
                            .getByRole(AriaRole.OPTION)
                            .filter(hasText("Barlow"))
                            .first())
                    .isVisible();
            visit.page.keyboard().press("Enter");
            assertThat(visit.page).hasURL(Pattern.compile("/organizations/\\d+$"));
            assertThat(visit.heading("Barlow Dental")).isVisible();

            visit.page.getByRole(AriaRole.TAB).filter(hasText("Details")).focus();
            visit.page.keyboard().press("e");
            assertThat(visit.page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                    .isFocused();
            visit.page.keyboard().press("Escape");
            assertThat(visit.button("Edit")).isFocused();
        }
    }

    @Test
    void a_stopped_module_takes_its_screens_with_it_and_brings_them_back_without_a_reload() {
        try (Visit admin = signedIn("admin");
                Visit tech = signedIn("tech")) {
            tech.link("Organizations").click();
            assertThat(tech.heading("Organizations")).isVisible();
            tech.mark();
            admin.page.navigate("/admin/modules");
            admin.button("Stop crm").click();
            try {
                assertThat(tech.heading("Organizations is stopped")).isVisible();
                assertThat(tech.link("Organizations")).hasCount(0);
            } finally {
                admin.button("Start crm").click();
            }
            assertThat(tech.heading("Organizations")).isVisible();
            tech.assertNeverLoadedAnew();
        }
    }

    @Test
    void a_session_that_ends_is_begun_again_over_the_page() {
        try (Visit visit = signedIn("admin")) {
            visit.openSynced("/organizations?q=barlow");
            visit.loseSession();
            visit.page.getByRole(AriaRole.TAB).filter(hasText("History")).click();
            Locator dialog = visit.page.getByRole(AriaRole.DIALOG);
            assertThat(dialog).isVisible();
            dialog.getByLabel("Password").fill(Visit.PASSWORD);
            visit.button("Sign in").click();
            assertThat(dialog).hasCount(0);
            assertThat(visit.page.getByRole(AriaRole.LISTITEM).first()).isVisible();
        }
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Locator.FilterOptions hasText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private Visit signedIn(String user) {
        return Visit.to(browser, product.base()).signIn(user);
    }
}
