package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.api.Until;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whom and what a ticket is for: what is chosen narrows the rest down, fills in what is free and overwrites nothing. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 420, threadMode = SEPARATE_THREAD)
class DeskPickersTest {
    private final OpenTickets tickets;
    private final Customers customers;

    DeskPickersTest(Product product, Browser browser) {
        tickets = new OpenTickets(product, browser);
        customers = new Customers(product);
    }

    private Visit begun() {
        tickets.some(0, 20);
        Visit visit = tickets.visit("tech");
        visit.page.navigate("/tickets/new");
        assertThat(box(visit, "Company")).isVisible();
        return visit;
    }

    private static void discard(Visit visit) {
        visit.button("Throw away").click();
        assertThat(visit.heading("Tickets")).isVisible();
    }

    private static Locator box(Visit visit, String label) {
        return visit.page.getByRole(
                AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    private static Locator options(Visit visit, String label) {
        return visit.page
                .getByRole(
                        AriaRole.LISTBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .getByRole(AriaRole.OPTION);
    }

    /** Types a name and takes the one that is called so; right after the start it may take a moment until it is found. */
    private static void pick(Visit visit, String label, String name) {
        box(visit, label).click();
        Until.is(() -> isFound(visit, label, name), Duration.ofMinutes(1), () -> name);
        option(visit, label, name).first().click();
    }

    private static boolean isFound(Visit visit, String label, String name) {
        box(visit, label).fill("");
        box(visit, label).fill(name);
        visit.page.waitForTimeout(1000);
        return option(visit, label, name).count() > 0;
    }

    /** The same in a form, where the field stays. */
    private static void choose(Visit visit, String label, String name) {
        pick(visit, label, name);
        assertThat(box(visit, label)).hasValue(name);
    }

    private static Locator option(Visit visit, String label, String name) {
        Locator called = visit.page.getByText(name, new Page.GetByTextOptions().setExact(true));
        return options(visit, label).filter(new Locator.FilterOptions().setHas(called));
    }

    private static Locator said(Visit visit, String words) {
        return visit.page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText(words));
    }

    @Test
    void f036_a_location_narrows_people_and_who_works_elsewhere_is_found_by_typing_and_said() {
        Customers.Two two = customers.apart();
        String here = customers.called(two.one(), "location");
        String there = customers.called(two.other(), "location");
        try (Visit visit = begun()) {
            choose(visit, "Company", customers.called(two.one(), "organization"));
            choose(visit, "Location", here);
            box(visit, "Contact").click();
            assertThat(options(visit, "Contact").first()).isVisible();
            List<String> offered =
                    options(visit, "Contact").locator("span:first-child").allInnerTexts();
            assertThat(offered)
                    .isNotEmpty()
                    .isSubsetOf(customers.names("contacts", "location=" + Customers.to(two.one(), "location")));
            String name = Customers.name(two.other());
            box(visit, "Contact").fill(name);
            assertThat(option(visit, "Contact", name)).isVisible();
            assertThat(offered).doesNotContain(name);
            option(visit, "Contact", name).click();
            assertThat(said(visit, name + " works at " + there)).isVisible();
            assertThat(box(visit, "Location")).hasValue(here);
            visit.picture("desk-party");
            visit.button("Take " + there).click();
            assertThat(box(visit, "Location")).hasValue(there);
            assertThat(said(visit, "works at")).hasCount(0);
            discard(visit);
        }
    }

    @Test
    void f037_an_asset_that_is_chosen_first_fills_in_whose_and_where_it_is() {
        JsonNode machine = customers.machine();
        try (Visit visit = begun()) {
            choose(visit, "Asset", Customers.name(machine));
            assertThat(box(visit, "Company")).hasValue(customers.called(machine, "organization"));
            assertThat(box(visit, "Location")).hasValue(customers.called(machine, "location"));
            assertThat(box(visit, "Contact")).hasValue(customers.called(machine, "contact"));
            assertThat(box(visit, "Asset")).hasValue(Customers.name(machine));
            visit.page.getByLabel("Clear Contact").click();
            assertThat(box(visit, "Contact")).hasValue("");
            assertThat(box(visit, "Location")).hasValue(customers.called(machine, "location"));
            discard(visit);
        }
    }

    @Test
    void f036_a_contact_brings_the_place_along_and_another_company_gives_both_back() {
        Customers.Two two = customers.apart();
        String name = Customers.name(two.one());
        String place = customers.called(two.one(), "location");
        try (Visit visit = begun()) {
            choose(visit, "Company", customers.called(two.one(), "organization"));
            choose(visit, "Contact", name);
            assertThat(box(visit, "Location")).hasValue(place);
            String another = customers.names("organizations", "sort=name").stream()
                    .filter(one -> !one.equals(customers.called(two.one(), "organization")))
                    .findFirst()
                    .orElseThrow();
            choose(visit, "Company", another);
            assertThat(box(visit, "Contact")).hasValue("");
            assertThat(said(visit, "Location, Contact went with")).isVisible();
            visit.button("Take back").click();
            assertThat(box(visit, "Contact")).hasValue(name);
            assertThat(box(visit, "Location")).hasValue(place);
            discard(visit);
        }
    }

    @Test
    void f036_beside_a_ticket_the_place_narrows_people_and_a_mismatch_is_said_not_mended() {
        Customers.Two two = customers.apart();
        JsonNode ticket = tickets.of(two.customer(), "Where is it " + System.nanoTime());
        String name = Customers.name(two.other());
        String here = customers.called(two.one(), "location");
        String there = customers.called(two.other(), "location");
        try (Visit visit = tickets.at("tech", ticket)) {
            visit.button("Change the location").click();
            pick(visit, "Location", here);
            assertThat(visit.page.locator("[data-place]")).hasText(here);
            visit.button("Change the contact").click();
            box(visit, "Contact").click();
            box(visit, "Contact").fill(name);
            option(visit, "Contact", name).click();
            assertThat(said(visit, name + " works at " + there)).isVisible();
            assertThat(visit.page.locator("[data-place]")).hasText(here);
            visit.button("Take " + there).click();
            assertThat(visit.page.locator("[data-place]")).hasText(there);
            assertThat(said(visit, "works at")).hasCount(0);
        }
    }

    @Test
    void f093_a_service_contract_of_the_company_is_chosen_and_cleared_beside_the_ticket() {
        String customer = customers.apart().customer();
        try (Visit visit = tickets.at("tech", tickets.of(customer, "By contract " + System.nanoTime()))) {
            TicketScreen screen = new TicketScreen(visit);
            screen.begin("contract");
            String contract = screen.options().first().locator("span").first().innerText();
            screen.choose(contract);
            assertThat(screen.detail("contract")).containsText(contract);
            visit.picture("desk-contract");
            screen.begin("contract");
            visit.page.getByLabel("Clear Service contract").click();
            assertThat(screen.detail("contract")).containsText("–");
        }
    }
}
