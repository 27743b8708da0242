package io.mortise.connector.itglue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.connector.Feed.Cursor;
import io.mortise.connector.Observation;
import io.mortise.connector.tck.Desk;
import io.mortise.connector.tck.Tenant;
import io.mortise.model.Choice;
import io.mortise.model.DocumentationItem;
import io.mortise.model.Fields;
import io.mortise.model.Lookup;
import io.mortise.model.Password;
import io.mortise.sandbox.Sandbox;
import io.mortise.sandbox.SandboxOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IT Glue's lists, entry by entry. */
class ItGlueListsTest {
    private Sandbox sandbox;
    private Tenant tenant;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.inMemory().withScale(0.1).withSpeed(100_000));
        String url = sandbox.itGlue().toString();
        tenant = Tenant.open(
                new ItGlueConnector(),
                Map.of("subdomain", "tenonworks", "region", "us", "key", "ITG.sandbox", "url", url));
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    private List<Observation> list(String list) throws Exception {
        return tenant.all(Lookup.TYPE).stream()
                .filter(seen -> seen.fields().get(Lookup.LIST).equals(Optional.of(list)))
                .toList();
    }

    private Optional<String> parent(String list, String label) throws Exception {
        return list(list).stream()
                .filter(seen -> seen.fields().get(Lookup.LABEL).equals(Optional.of(label)))
                .findFirst()
                .flatMap(seen -> seen.fields().get(Lookup.PARENT))
                .map(Choice::label);
    }

    @Test
    void everyListIsThere() throws Exception {
        for (String list : List.of(
                "organizationType",
                "organizationStatus",
                "configurationType",
                "configurationStatus",
                "contactType",
                "passwordCategory",
                "manufacturer",
                "model",
                "operatingSystem",
                "platform",
                "country",
                "region")) assertThat(list(list)).as(list).isNotEmpty();
    }

    @Test
    void aRegionHangsBelowItsCountryAndAModelBelowItsManufacturer() throws Exception {
        assertThat(parent("region", "Ontario")).contains("Canada");
        assertThat(list("model"))
                .allSatisfy(
                        model -> assertThat(model.fields().get(Lookup.PARENT)).isPresent());
        assertThat(list("region").get(0).fields().get(Lookup.CODE)).isPresent();
    }

    @Test
    void thePasswordsInAFolderAreInOneThatIsThere() throws Exception {
        Map<String, Observation> items = tenant.all(DocumentationItem.TYPE).stream()
                .collect(Collectors.toMap(seen -> seen.ref().id(), seen -> seen));
        List<Observation> passwords = tenant.all(Password.TYPE).stream()
                .filter(seen -> seen.fields().get(Password.FOLDER).isPresent())
                .toList();
        assertThat(passwords).isNotEmpty().allSatisfy(password -> {
            Fields folder = items.get(
                            password.fields().get(Password.FOLDER).orElseThrow().id())
                    .fields();
            assertThat(folder.get(DocumentationItem.KIND)).hasValue("Password folder");
            assertThat(folder.get(DocumentationItem.ORGANIZATION))
                    .isEqualTo(password.fields().get(Password.ORGANIZATION));
        });
    }

    @Test
    void thousandsOfModelsComeInPages() throws Exception {
        int before = list("model").size();
        String maker = list("manufacturer").get(0).ref().id().replaceFirst(".*/", "");
        Desk desk = Desk.at(sandbox.itGlue());
        for (int i = 0; i < 1100; i++)
            desk.send(
                    "POST",
                    "/_sandbox/records/models",
                    "{\"name\":\"Model " + i + "\",\"manufacturer-id\":" + maker + "}");
        var pages = tenant.pages(tenant.sweep(Lookup.TYPE).orElseThrow(), Cursor.START, 1000);
        assertThat(pages).allSatisfy(page -> assertThat(page.items()).hasSizeLessThanOrEqualTo(1000));
        assertThat(list("model")).hasSize(before + 1100);
    }
}
