package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.mortise.itests.Product;
import java.util.regex.Pattern;

/** What people see on their screens of a first sync of tickets, and of the tickets' age when it is over. */
public final class ComingTickets {
    private static final LocatorAssertions.IsVisibleOptions SLOW =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
    private static final Pattern AGO = Pattern.compile("\\d+ (s|min) ago");

    private final Product product;
    private final Browser browser;

    public ComingTickets(Product product, Browser browser) {
        this.product = product;
        this.browser = browser;
    }

    /** While notes are read ticket by ticket: how far that is, what the vendor still allows, and when it will be over. */
    public void assertUnderWay() {
        try (Visit visit = Visit.to(browser, product.base()).signIn("admin")) {
            visit.page.navigate("/admin/sync");
            Locator notes = line(visit, "Ticket notes");
            assertThat(notes).isVisible(SLOW);
            assertThat(notes).containsText("running");
            assertThat(notes).containsText(Pattern.compile("\\d+ of [\\d,]+"));
            assertThat(notes).containsText(Pattern.compile("≈ \\d+ (s|min) left"));
            assertThat(notes).containsText(Pattern.compile("[\\d,]+ of 1,350/min"));
            assertThat(notes.getByRole(AriaRole.PROGRESSBAR).first()).isVisible();
            visit.picture("first-tickets");
            visit.page.navigate("/tickets?view=all-open");
            assertThat(visit.page.locator("[data-age]")).containsText(Pattern.compile("BMS .*(read|ago)"));
        }
    }

    /** On the list, on a ticket, and beside it for who looks after the sync. */
    public void assertAgeIsSeen() {
        try (Visit visit = Visit.to(browser, product.base()).signIn("admin")) {
            visit.page.navigate("/tickets?view=all-open");
            Locator age = visit.page.locator("[data-age]");
            assertThat(age).containsText("BMS");
            assertThat(age.locator("time")).hasText(AGO);
            visit.picture("tickets-age");
            visit.page.locator("a[data-row]").first().click();
            assertThat(visit.page.locator("header.about [title^='When'] time")).hasText(AGO);
            visit.page.navigate("/admin/sync");
            assertThat(line(visit, "Tickets")).containsText(AGO);
            assertThat(line(visit, "Ticket notes")).not().containsText("left");
        }
    }

    private static Locator line(Visit visit, String type) {
        Locator bms = visit.page.locator("section.card[aria-labelledby='c-bms']");
        return bms.locator("tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(visit.page
                                .locator("td.strong")
                                .getByText(type, new Locator.GetByTextOptions().setExact(true))));
    }
}
