package io.mortise.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreensTest {
    private static final String DESCRIPTION = "{\"api\":1,\"module\":\"main.js\",\"id\":\"forged\",\"contributions\":["
            + "{\"point\":\"page\",\"id\":\"a\",\"needs\":[\"organization.read\"]},"
            + "{\"point\":\"page\",\"id\":\"b\",\"needs\":[\"organization.read\",\"admin\"]}]}";

    @TempDir
    private Path folder;

    private Server server;
    private Browser tech;

    @BeforeEach
    void start() throws Exception {
        server = Server.with(Person.named("tech", "organization.read"), Person.named("guest"));
        tech = server.browser().signedIn("tech");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private void add(String main) throws IOException {
        Files.writeString(folder.resolve("plugin.json"), DESCRIPTION);
        Files.writeString(folder.resolve("main.js"), main);
        server.site.plugins.add("io.x", Server.files(folder), "plugin.json");
    }

    private JsonNode imports() throws Exception {
        String page = server.browser().get("/").body();
        String map = page.substring(page.indexOf("{\"imports\""), page.indexOf("</script>"));
        return new JsonMapper().readTree(map).path("imports");
    }

    private JsonNode registry(Browser browser) throws Exception {
        return browser.get("/api/ui/registry").json();
    }

    @Test
    void a_person_learns_only_of_contributions_that_his_rights_open() throws Exception {
        add("1");

        JsonNode plugin = registry(tech).path("plugins").path(0);
        assertThat(plugin.path("id").asText()).isEqualTo("io.x");
        assertThat(plugin.path("base").asText())
                .isEqualTo("/x/io.x/" + plugin.path("rev").asText() + "/");
        assertThat(plugin.path("module").asText()).isEqualTo("main.js");
        assertThat(plugin.path("contributions").size()).isEqualTo(1);
        assertThat(plugin.path("contributions").path(0).path("id").asText()).isEqualTo("a");
        assertThat(registry(server.browser().signedIn("guest")).path("plugins").size())
                .isZero();
    }

    @Test
    void the_files_of_a_bundle_are_kept_for_ever_at_an_address_with_their_rev() throws Exception {
        add("export default 1");
        String base = registry(tech).path("plugins").path(0).path("base").asText();

        Browser.Answer file = tech.get(base + "main.js");

        assertThat(file.body()).isEqualTo("export default 1");
        assertThat(file.header("Content-Type")).startsWith("text/javascript");
        assertThat(file.header("Cache-Control")).contains("immutable");
        assertThat(file.header("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(tech.get(base + "nothing.js").status()).isEqualTo(404);
        assertThat(tech.send("POST", base + "main.js", "").status()).isEqualTo(404);
    }

    @Test
    void what_was_stopped_or_replaced_is_410() throws Exception {
        add("1");
        String base = registry(tech).path("plugins").path(0).path("base").asText();
        server.site.plugins.remove("io.x");
        assertThat(tech.get(base + "main.js").status()).isEqualTo(410);
        assertThat(registry(tech).path("plugins").size()).isZero();

        add("2");
        assertThat(tech.get(base + "main.js").status()).isEqualTo(410);
        assertThat(tech.get("/x/io.x").status()).isEqualTo(410);
    }

    @Test
    void the_same_files_have_the_same_rev_and_others_another() throws Exception {
        add("1");
        String first = registry(tech).path("rev").asText();
        server.site.plugins.remove("io.x");
        assertThat(registry(tech).path("rev").asText()).isNotEqualTo(first);
        add("1");
        assertThat(registry(tech).path("rev").asText()).isEqualTo(first);
    }

    @Test
    void no_path_leads_out_of_a_bundles_screens() throws Exception {
        add("1");
        String base = registry(tech).path("plugins").path(0).path("base").asText();
        for (String path : List.of(
                base + "../plugin.json",
                base + "..%2f..%2fpom.xml",
                "/ui/..%2f..%2fimports.json",
                "/lib/%2e%2e/imports.json")) {
            assertThat(server.raw("GET " + path + " HTTP/1.1", tech)).doesNotStartWith("HTTP/1.1 200");
        }
    }

    @Test
    void every_address_without_extension_is_the_page_with_the_import_map_under_a_fresh_nonce() throws Exception {
        Browser.Answer page = server.browser().get("/organizations/42");
        Matcher script = Pattern.compile(
                        "<script type=\"importmap\" nonce=\"([\\w-]{22})\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page.body());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(script.find()).isTrue();
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self' 'nonce-" + script.group(1) + "'")
                .contains("object-src 'none'");
        assertThat(page.body()).doesNotContain("{{");
        assertThat(server.browser().get("/organizations/42").body()).doesNotContain(script.group(1));
    }

    @Test
    void each_module_of_the_import_map_is_there_and_kept_for_ever() throws Exception {
        JsonNode imports = imports();

        assertThat(imports.size()).isGreaterThanOrEqualTo(9);
        for (var module : imports.properties()) {
            if (module.getKey().endsWith("/")) continue;
            Browser.Answer file = server.browser().get(module.getValue().asText());
            assertThat(file.status()).as(module.toString()).isEqualTo(200);
            assertThat(file.header("Cache-Control")).contains("immutable");
        }
        assertThat(server.browser()
                        .get(imports.path("lit/").asText() + "directives/repeat.js")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_file_of_the_shell_without_its_rev_is_asked_for_again_and_not_sent_twice() throws Exception {
        Browser.Answer file = server.browser().get("/ui/shell.js");

        assertThat(file.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(server.browser()
                        .with("If-None-Match", file.header("ETag"))
                        .get("/ui/shell.js")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void what_is_no_screen_and_no_file_is_404() throws Exception {
        for (String path : List.of("/favicon.ico", "/ui", "/ui/none.js", "/lib/none.js", "/health")) {
            assertThat(server.browser().get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void the_sprite_has_every_icon_that_the_list_names() throws Exception {
        String sprite =
                server.browser().get(imports().path("@mo/icons").asText()).body();

        for (String icon : Files.readAllLines(Path.of("src/main/ui-icons.txt"))) {
            assertThat(sprite).contains("<symbol id=\"" + icon.replace(".svg", "") + "\"");
        }
    }

    @Test
    void the_page_of_the_product_has_a_place_for_the_import_map() throws Exception {
        assertThat(Files.readString(Path.of("src/main/resources/ui/index.html")))
                .contains("{{importmap}}");
    }
}
