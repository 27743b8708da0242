package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Hub;
import io.mortise.itests.api.Jar;
import io.mortise.itests.api.Reply;
import io.mortise.itests.api.Until;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** "PSA Ticket Settings": documentation that rules name, and the views that everybody has. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 240, threadMode = SEPARATE_THREAD)
class DeskSettingsTest {
    private static final Duration FIRST_SYNC = Duration.ofMinutes(3);
    private static final String SCREENS = """
            {"api": 1, "module": "main.js", "contributions": [
              {"point": "ticket.panel", "id": "papers", "title": "Papers", "view": "papers", "opens": ["documentationItem"]}]}""";
    private static final String VIEWS = """
            export default { views: { papers(el) {
              const show = ({ document: it }) => { el.textContent = it ? `Shown here: ${it.type} ${it.name}` : 'Nothing yet'; };
              return { update: show };
            } } };""";
    private static final Jar PAPERS = Jar.with(
                    "Bundle-SymbolicName", "example.papers",
                    "Bundle-Name", "papers",
                    "Bundle-Version", "1.0.0",
                    "Provide-Capability", "mortise.screens;version:Version=\"1.0.0\";at=\"ui/plugin.json\"")
            .file("ui/plugin.json", SCREENS)
            .file("ui/main.js", VIEWS);

    private final OpenTickets tickets;
    private final Http admin;

    DeskSettingsTest(Product product, Browser browser) {
        tickets = new OpenTickets(product, browser);
        admin = Hub.signedIn(product, "admin");
    }

    private static Locator tab(Visit visit, String name) {
        return visit.page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    private static Locator lines(Visit visit) {
        return visit.page.getByRole(AriaRole.TABPANEL).getByRole(AriaRole.LISTITEM);
    }

    private static Locator.FilterOptions text(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    /** Something that is documented of the ticket's customer. */
    private JsonNode document(JsonNode ticket) {
        Until.is(() -> documents(ticket).findFirst().isPresent(), FIRST_SYNC, () -> "a document of " + ticket);
        return documents(ticket).findFirst().orElseThrow();
    }

    private Stream<JsonNode> documents(JsonNode ticket) {
        String path = "/api/tickets/" + OpenTickets.id(ticket) + "/related-documentation";
        return StreamSupport.stream(admin.get(path).items().spliterator(), false)
                .filter(item -> item.path("type").asText().equals("documentationItem"));
    }

    @Test
    void f109_a_rule_names_a_document_that_is_found_by_typing_and_it_stands_first_beside_the_ticket() {
        JsonNode ticket = tickets.one(23);
        JsonNode document = document(ticket);
        String name = document.path("name").asText();
        String rule = "Always " + System.nanoTime();
        try (Visit visit = tickets.visit("admin")) {
            visit.page.navigate("/ticket-settings");
            visit.button("New rule").first().click();
            visit.page
                    .getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                    .fill(rule);
            Locator box = visit.page.getByRole(
                    AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Documents, passwords and checklists"));
            box.click();
            box.fill(name);
            visit.page.locator("[role=option]").filter(text(name)).first().click();
            visit.picture("desk-rule");
            visit.button("Save").click();
            assertThat(lines(visit).filter(text(rule))).containsText(name);
            visit.page.navigate("/tickets/" + OpenTickets.id(ticket));
            tab(visit, "Related documentation").click();
            assertThat(lines(visit).filter(text(rule)).first()).containsText(name);
            visit.page.navigate("/ticket-settings");
            visit.page.getByLabel("Remove " + rule).click();
            assertThat(lines(visit).filter(text(rule))).hasCount(0);
        }
    }

    @Test
    void f109_a_suggestion_opens_in_a_panel_that_shows_such_and_else_where_it_is_kept() {
        JsonNode ticket = tickets.one(24);
        String name = document(ticket).path("name").asText();
        try (Visit visit = tickets.at("tech", ticket);
                Visit modules = tickets.visit("admin")) {
            tab(visit, "Related documentation").click();
            assertThat(visit.link(name).first()).hasAttribute("title", Pattern.compile("^Open in .+"));
            modules.page.navigate("/admin/modules");
            modules.page
                    .locator("input[type=file]")
                    .setInputFiles(new FilePayload("papers.jar", "application/java-archive", PAPERS.bytes()));
            try {
                visit.button(name).first().click();
                assertThat(visit.page.getByText("Shown here: documentationItem " + name))
                        .isVisible();
                visit.picture("desk-related-beside");
            } finally {
                modules.button("Remove papers").click();
                modules.button("Remove").click();
            }
            assertThat(visit.link(name).first()).isVisible();
        }
    }

    private String view(String name) {
        Map<String, Object> wish = Map.of("name", name, "shared", true, "filters", Map.of("priority", "High"));
        Reply made = admin.post("/api/ticket-views", Http.json(wish));
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        return made.body().path("id").asText();
    }

    @Test
    void f078_shared_views_are_renamed_put_in_order_removed_and_taken_back() {
        tickets.some(0, 1);
        String one = "View one " + System.nanoTime();
        String two = "View two " + System.nanoTime();
        List<String> ids = List.of(view(one), view(two));
        try (Visit visit = tickets.visit("admin")) {
            visit.page.navigate("/ticket-settings");
            tab(visit, "Shared views").click();
            assertThat(lines(visit).filter(text(one))).containsText("Priority: High");
            assertThat(lines(visit)).hasText(new Pattern[] {Pattern.compile(one), Pattern.compile(two)});
            visit.button("Move " + two + " up").click();
            assertThat(lines(visit)).hasText(new Pattern[] {Pattern.compile(two), Pattern.compile(one)});
            visit.picture("desk-shared-views");
            lines(visit)
                    .filter(text(one))
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Rename"))
                    .click();
            visit.page.getByRole(AriaRole.DIALOG).getByLabel("Name").fill(one + " again");
            visit.page
                    .getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Rename"))
                    .click();
            assertThat(lines(visit).filter(text(one + " again"))).isVisible();
            visit.button("Remove " + two).click();
            assertThat(lines(visit).filter(text(two))).hasCount(0);
            visit.button("Undo").click();
            assertThat(lines(visit)).hasText(new Pattern[] {Pattern.compile(two), Pattern.compile(one)});
        } finally {
            for (String id : ids)
                assertThat(admin.delete("/api/ticket-views/" + id).status()).isEqualTo(204);
        }
    }
}
