package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The page of one ticket, under the hands of a person. */
record TicketScreen(Visit visit) {
    private Page page() {
        return visit.page;
    }

    /** What is said about the ticket as a whole, above everything. */
    Locator head() {
        return page().locator("header.about");
    }

    /** "BMS: syncing": what is on its way. */
    Locator underway() {
        return head().locator(".pill").filter(text("BMS:"));
    }

    /** Opens the title's field and writes it, without saving. */
    void write(String title) {
        head().locator("h1 button").click();
        title().fill(title);
    }

    Locator title() {
        return page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Title"));
    }

    /** What is said beside the title while its field is open. */
    Locator titleSays() {
        return head().getByRole(AriaRole.ALERT);
    }

    void saveTitle() {
        head().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
    }

    /** A value among the details, and what is said beside it. */
    Locator detail(String field) {
        return page().locator("#l-" + field + " + dd");
    }

    Locator box(String field) {
        return page().locator("#d-" + field);
    }

    /** Opens a field of the details; comes back when its list is there. */
    void begin(String field) {
        detail(field).getByRole(AriaRole.BUTTON).first().click();
        box(field).click();
        assertThat(options().first()).isVisible();
    }

    Locator options() {
        return page().getByRole(AriaRole.OPTION);
    }

    void choose(String label) {
        options().filter(text(label)).first().click();
    }

    Locator note() {
        return page().getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("New note"));
    }

    void beginNote(String words) {
        page().getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("New").setExact(true))
                .click();
        page().getByText("Add note").click();
        Locator comments = note().getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Comments"));
        comments.click();
        comments.pressSequentially(words);
    }

    void addNote() {
        note().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add note"))
                .click();
    }

    Locator timeLog() {
        return page().getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Time log"));
    }

    void beginTime(String words) {
        visit.button("Log time").click();
        timeLog()
                .getByLabel("Note", new Locator.GetByLabelOptions().setExact(true))
                .fill(words);
    }

    void commitTime() {
        visit.button("Commit the time").click();
        Locator overlap = visit.button("Both are right");
        assertThat(timeLog().or(page().locator(".toast")).first()).isVisible();
        if (overlap.isVisible()) overlap.click();
    }

    /** Lines of the log with these words. */
    Locator lines(String words) {
        return page().getByRole(AriaRole.ARTICLE).filter(text(words));
    }

    /** A short message in the corner. */
    Locator told(String words) {
        return page().locator(".toast").filter(text(words)).first();
    }

    private static Locator.FilterOptions text(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}
